// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import dev.sockeye.engineio.server.spi.Listening;
import dev.sockeye.socketio.adapter.RecoveryOptions;
import dev.sockeye.socketio.server.SocketIoServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** npm's {@code socket.io-client} when it loses its connection, and comes back as it was. */
class RecoveryClientTest {
  private static SocketIoServer io;
  private static Listening server;

  @BeforeAll
  static void listen() {
    io = SocketIoServer.builder().connectionStateRecovery(RecoveryOptions.defaults()).build();
    io.onConnection(
        socket -> {
          if (!socket.recovered()) {
            socket.join("readers of " + socket.id());
            socket.data().put("visits", 0);
          }
          socket.data().merge("visits", 1, (a, b) -> (Integer) a + (Integer) b);
          String readers = "readers of " + socket.id();
          socket.onRequest("visits", () -> socket.data().get("visits"));
          socket.on("news", (args, ack) -> io.to(readers).emit("news", args.integer(0)));
          socket.on("cut", (args, ack) -> socket.conn().abort());
          socket.on("leave-me", (args, ack) -> socket.disconnect());
          socket.onDisconnect(
              (reason, details) -> {
                io.to(readers).emit("news", 1);
                io.asVolatile().to(readers).emit("news", -1);
                io.to(readers).emit("news", new byte[] {2}, "with text");
                socket.emit("news", 3);
              });
        });
    server = io.listen(0);
  }

  @AfterAll
  static void close() {
    io.close().join();
  }

  @ParameterizedTest
  @ValueSource(strings = {"polling", "websocket"})
  void whatTheClientMissedComesInOrder(String transport) {
    String url = "http://localhost:" + server.port();
    PeerProcess.assertContent(PeerProcess.node("recovery.mjs", url, transport));
  }
}
