// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.docs;

// tag::server[]
import dev.sockeye.socketio.server.SocketIoServer;

class Quickstart {
  static void chat(SocketIoServer io) {
    io.onConnection(
        socket -> {
          socket.join("lobby");
          socket.on("chat", String.class, text -> io.to("lobby").emit("chat", text));
        });
  }

  public static void main(String[] args) {
    SocketIoServer io = SocketIoServer.create();
    chat(io);
    io.listen(3000);
  }
}
// end::server[]
