// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.postgres.PostgresEmitter;
import dev.sockeye.socketio.server.SocketIoServer;
import dev.sockeye.testkit.PostgresServer;
import dev.sockeye.testkit.TestClient;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;

/** What docs/postgres.md shows does what it says. */
@Timeout(60)
class PostgresGuideTest {
  private final String url =
      "jdbc:postgresql://127.0.0.1:%d/%s?user=%s"
          .formatted(
              PostgresServer.shared().port(),
              PostgresServer.shared().createDatabase(),
              PostgresServer.USER);

  private DataSource source() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setURL(url);
    return source;
  }

  /** Complete when the server has heard an emitter for the first time. */
  private CompletableFuture<Void> hears(SocketIoServer io) {
    CompletableFuture<Void> heard = new CompletableFuture<>();
    io.of("/").onServerSide("ready", args -> heard.complete(null));
    return heard;
  }

  @Test
  void anEmitterReachesTheClientsOfAServer() throws SQLException {
    SocketIoServer io = PostgresGuide.server(url);
    io.onConnection(socket -> socket.join("orders"));
    CompletableFuture<Void> hears = hears(io);
    try (TestClient anna = TestClient.connect(io.service(), "/", Map.of());
        PostgresEmitter emitter = PostgresEmitter.open(source())) {
      while (!hears.isDone()) {
        emitter.all().serverSideEmit("ready").toCompletableFuture().join();
      }
      PostgresGuide.emit(source());
      assertThat(anna.receive("shipped").args().integer(0)).isEqualTo(42);
    }
    io.close().join();
  }

  @Test
  void optionsMakeAnAdapter() {
    assertThat(PostgresGuide.tuned(source())).isNotNull();
  }
}
