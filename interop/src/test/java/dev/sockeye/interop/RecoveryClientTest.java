// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import dev.sockeye.engineio.server.spi.Listening;
import dev.sockeye.socketio.JsonParser;
import dev.sockeye.socketio.MessagePackParser;
import dev.sockeye.socketio.adapter.RecoveryOptions;
import dev.sockeye.socketio.server.SocketIoServer;
import dev.sockeye.socketio.spi.Parser;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** npm's {@code socket.io-client} when it loses its connection, and comes back as it was. */
class RecoveryClientTest {
  private static final Map<String, Parser> CLIENTS =
      Map.of(
          "socket.io-client 4", JsonParser.create(),
          "socket.io-client 4 with msgpack", MessagePackParser.create());

  private static final Map<String, SocketIoServer> SERVERS = new HashMap<>();
  private static final Map<String, Listening> ADDRESSES = new HashMap<>();

  @BeforeAll
  static void listen() {
    CLIENTS.forEach(
        (client, parser) -> {
          SocketIoServer io = server(parser);
          SERVERS.put(client, io);
          ADDRESSES.put(client, io.listen(0));
        });
  }

  private static SocketIoServer server(Parser parser) {
    SocketIoServer io =
        SocketIoServer.builder()
            .parser(parser)
            .connectionStateRecovery(RecoveryOptions.defaults())
            .build();
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
    return io;
  }

  @AfterAll
  static void close() {
    SERVERS.values().forEach(io -> io.close().join());
  }

  static Stream<Arguments> connections() {
    return CLIENTS.keySet().stream()
        .sorted()
        .flatMap(
            client ->
                Stream.of("polling", "websocket", "upgrade")
                    .map(transport -> Arguments.of(client, transport)));
  }

  @ParameterizedTest
  @MethodSource("connections")
  void whatTheClientMissedComesInOrder(String client, String transport) {
    String url = "http://localhost:" + ADDRESSES.get(client).port();
    PeerProcess.assertContent(PeerProcess.node("recovery.mjs", url, transport, client));
  }
}
