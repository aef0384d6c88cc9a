// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.socketio.adapter.MemoryAdapter;
import java.util.ArrayList;
import java.util.List;

/** What a server still holds of clients that have left. */
final class Leaks {
  private Leaks() {}

  static List<String> of(SocketIoServer io, String... namespaces) {
    List<String> leaks = new ArrayList<>();
    add(leaks, io.of("/"));
    for (String namespace : namespaces) {
      add(leaks, io.of(namespace));
    }
    return leaks;
  }

  private static void add(List<String> leaks, Namespace namespace) {
    var rooms = ((MemoryAdapter) namespace.adapter()).rooms();
    if (rooms.roomCount() > 0 || rooms.socketCount() > 0) {
      leaks.add(namespace.name() + ": " + rooms.roomCount() + " rooms, " + rooms.socketCount());
    }
    namespace.sockets().forEach(socket -> leaks.add(socket.toString()));
  }
}
