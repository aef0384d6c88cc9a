// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The sockets of one connection, one per namespace, and what has to be known of namespaces where it
 * has none.
 */
final class ConnectionSockets {
  private static final Socket[] NONE = {};

  private final int maxNamespaces;

  /** Pending ones included. Replaced as a whole, while this is locked. */
  private volatile Socket[] all = NONE;

  /**
   * The names of the namespaces of which parents are being asked; null if there are none. Guarded
   * by this.
   */
  private @Nullable Set<String> asked;

  /**
   * The namespaces that the server has sent the peer away from and that it has not come back to,
   * the oldest first; null if there are none. Guarded by this.
   */
  private @Nullable Set<String> sentAway;

  ConnectionSockets(int maxNamespaces) {
    this.maxNamespaces = maxNamespaces;
  }

  /** Those that there are now; not to be changed. */
  Socket[] all() {
    return all;
  }

  /** The socket in a namespace; null if there is none, or it has left. */
  @Nullable Socket find(String namespace) {
    for (Socket socket : all) {
      if (socket.isOpen() && socket.namespace().name().equals(namespace)) {
        return socket;
      }
    }
    return null;
  }

  enum Beginning {
    BEGUN,
    TWICE,
    TOO_MANY
  }

  /** The peer asks for a namespace that is being looked for from now on. */
  synchronized Beginning begin(String name) {
    Set<String> names = asked == null ? new HashSet<>(4) : asked;
    if (names.contains(name)) {
      return Beginning.TWICE;
    }
    if (all.length + names.size() >= maxNamespaces) {
      return Beginning.TOO_MANY;
    }
    names.add(name);
    asked = names;
    if (sentAway != null) {
      sentAway.remove(name);
      sentAway = sentAway.isEmpty() ? null : sentAway;
    }
    return Beginning.BEGUN;
  }

  /** A namespace isn't looked for any more; a socket stands in its place, or nothing. */
  synchronized void settle(String name, @Nullable Socket socket) {
    if (asked != null) {
      asked.remove(name);
      asked = asked.isEmpty() ? null : asked;
    }
    if (socket == null) {
      return;
    }
    Socket[] more = Arrays.copyOf(all, all.length + 1);
    more[all.length] = socket;
    all = more;
  }

  synchronized void remove(Socket socket) {
    all =
        all.length == 1 && all[0] == socket
            ? NONE
            : Arrays.stream(all).filter(other -> other != socket).toArray(Socket[]::new);
  }

  /** The server sends the peer away from a namespace. Called before the socket ends. */
  synchronized void sendAway(String name) {
    Set<String> names = sentAway == null ? new LinkedHashSet<>(4) : sentAway;
    names.remove(name);
    if (names.size() >= maxNamespaces) {
      names.remove(names.iterator().next());
    }
    names.add(name);
    sentAway = names;
  }

  /**
   * Whether the peer may not know that it isn't in a namespace: the server has sent it away, and it
   * has not come back.
   */
  synchronized boolean isSentAway(String name) {
    return sentAway != null && sentAway.contains(name);
  }
}
