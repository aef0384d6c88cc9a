// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.socketio.adapter.RecoveryOptions;
import dev.sockeye.socketio.server.SocketIoServer;
import dev.sockeye.testkit.TestClient;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What docs/recovery.md shows. */
@Timeout(60)
class RecoveryTest {
  static SocketIoServer server() {
    // tag::on[]
    SocketIoServer io =
        SocketIoServer.builder().connectionStateRecovery(RecoveryOptions.defaults()).build();
    // end::on[]
    return io;
  }

  static SocketIoServer tuned() {
    // tag::options[]
    SocketIoServer io =
        SocketIoServer.builder()
            .connectionStateRecovery(
                RecoveryOptions.defaults()
                    .maxDisconnectionDuration(Duration.ofMinutes(5))
                    .skipMiddlewares(false)
                    .maxPackets(500_000)
                    .maxBytes(256L * 1024 * 1024)
                    .maxSessions(50_000))
            .build();
    // end::options[]
    return io;
  }

  static void install(SocketIoServer io) {
    // tag::connection[]
    io.onConnection(
        socket -> {
          if (!socket.recovered()) {
            socket.join("news");
            socket.emit("history", "all that a new client needs");
          }
          socket.on("say", String.class, text -> io.to("news").emit("said", text));
        });
    // end::connection[]
  }

  @Test
  void aNewClientGetsTheHistoryAndTheNews() {
    SocketIoServer io = server();
    install(io);
    try (TestClient anna = TestClient.connect(io.service(), "/", Map.of())) {
      assertThat(anna.receive("history").args().string(0)).startsWith("all");
      anna.emit("say", "hello");
      assertThat(anna.receive("said").args().string(0)).isEqualTo("hello");
    }
  }

  @Test
  void theOptionsFitTogether() {
    SocketIoServer io = tuned();
    install(io);
    try (TestClient anna = TestClient.connect(io.service(), "/", Map.of())) {
      assertThat(anna.receive("history").args().string(0)).startsWith("all");
    }
  }
}
