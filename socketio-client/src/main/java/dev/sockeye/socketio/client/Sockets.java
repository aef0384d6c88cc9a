// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sockets of one manager, one per namespace. */
final class Sockets {
  private static final ClientSocket[] NONE = {};

  private final Manager manager;

  /** Replaced as a whole, under the manager's lock. */
  private volatile ClientSocket[] all = NONE;

  Sockets(Manager manager) {
    this.manager = manager;
  }

  /** The socket of a namespace; null if nobody has asked for it. */
  @Nullable ClientSocket find(String namespace) {
    for (ClientSocket socket : all) {
      if (socket.namespace().equals(namespace)) {
        return socket;
      }
    }
    return null;
  }

  /** The socket of a namespace, made where it is asked for the first time. */
  ClientSocket of(String namespace, SocketOptions options) {
    synchronized (manager.lock()) {
      ClientSocket known = find(namespace);
      if (known != null) {
        return known;
      }
      ClientSocket made = new ClientSocket(manager, namespace, options);
      ClientSocket[] more = Arrays.copyOf(all, all.length + 1);
      more[all.length] = made;
      all = more;
      return made;
    }
  }

  List<ClientSocket> all() {
    return List.of(all);
  }

  /** Those that want to be connected. Called under the manager's lock. */
  List<ClientSocket> subscribed() {
    return Stream.of(all).filter(socket -> socket.membership().isSubscribed()).toList();
  }
}
