// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.docs;

import dev.sockeye.postgres.PostgresAdapter;
import dev.sockeye.postgres.PostgresEmitter;
import dev.sockeye.postgres.PostgresOptions;
import dev.sockeye.socketio.adapter.AdapterFactory;
import dev.sockeye.socketio.adapter.ClusterOptions;
import dev.sockeye.socketio.server.SocketIoServer;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** What docs/postgres.md shows. */
final class PostgresGuide {
  private PostgresGuide() {}

  static SocketIoServer server(String url) throws SQLException {
    // tag::server[]
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setURL(url);
    source.setLoginTimeout(5);
    SocketIoServer io = SocketIoServer.builder().adapter(PostgresAdapter.of(source)).build();
    // end::server[]
    return io;
  }

  static AdapterFactory tuned(DataSource source) {
    // tag::options[]
    AdapterFactory adapter =
        PostgresAdapter.of(
            source,
            PostgresOptions.builder().channelPrefix("shop").tableName("app.socket_io").build(),
            ClusterOptions.defaults().heartbeat(Duration.ofSeconds(2), Duration.ofSeconds(6)));
    // end::options[]
    return adapter;
  }

  static void emit(DataSource source) {
    // tag::emitter[]
    try (PostgresEmitter emitter = PostgresEmitter.open(source)) {
      emitter.all().to("orders").emit("shipped", 42);
      emitter.of("/admin").disconnectSockets(true);
    }
    // end::emitter[]
  }
}
