// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.adapter;

import java.util.Collection;

/**
 * What an adapter sees of a socket of this node; the server implements it. Compared by identity.
 */
public interface LocalSocket {
  /** The public id, unique in the cluster; also the name of the socket's own room. */
  String id();

  /** Whether it has joined the namespace and has not left it. */
  boolean isConnected();

  /** What other nodes may know of it. */
  SocketSnapshot snapshot();

  /**
   * Joins rooms; without effect once the socket has left the namespace.
   *
   * @throws IllegalStateException if it would be in more rooms than the server allows
   */
  void join(Collection<String> rooms);

  /** Leaves rooms. */
  void leave(Collection<String> rooms);

  /**
   * Disconnects the socket.
   *
   * @param close whether the whole connection is closed, with its sockets in other namespaces
   */
  void disconnect(boolean close);
}
