// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.docs;

import dev.sockeye.engineio.ProtocolVersion;
import dev.sockeye.socketio.server.ConnectionRefusedException;
import dev.sockeye.socketio.server.SocketIoServer;
import java.util.Map;

/** The snippets of docs/older-clients.md. */
final class OlderClients {
  private OlderClients() {}

  static SocketIoServer.Builder allow() {
    // tag::allow[]
    SocketIoServer.Builder builder = SocketIoServer.builder().allowEio3(true);
    // end::allow[]
    return builder;
  }

  static void listeners(SocketIoServer io) {
    // tag::auth[]
    // const socket = io("https://chat.example?token=abc");                    a client of version 2
    io.use(socket -> requireToken(socket.handshake().query().get("token")));

    // const admin = socket.io.socket("/admin", { query: { token: "abc" } });  its next namespace
    io.of("/admin").use(socket -> requireToken(socket.handshake().auth().get("token")));
    // end::auth[]

    // tag::version[]
    io.onConnection(
        socket -> {
          if (socket.conn().protocol() == ProtocolVersion.V3) {
            socket.emit("notice", "This version of the app is no longer developed.");
          }
        });
    // end::version[]
  }

  private static void requireToken(Object token) {
    if (!"abc".equals(token)) {
      throw new ConnectionRefusedException("no token", Map.of("hint", "sign in"));
    }
  }
}
