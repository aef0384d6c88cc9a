// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.postgres;

import dev.sockeye.socketio.adapter.AdapterFactory;
import dev.sockeye.socketio.adapter.ClusterAdapter;
import dev.sockeye.socketio.adapter.ClusterOptions;
import dev.sockeye.socketio.adapter.spi.ClusterMessageCodec;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * Joins a server to a cluster over PostgreSQL's LISTEN and NOTIFY, shared with Node.js servers that
 * have npm {@code @socket.io/postgres-adapter}.
 *
 * <p>A server holds two connections of the {@link DataSource}, from its first namespace to the
 * close of its last: one that listens, in a thread of its own, and one that publishes, in another;
 * every {@link PostgresOptions.Builder#cleanupInterval} it borrows a third. Both must be sessions
 * of PostgreSQL itself, not of a proxy that shares them out by transaction. What one node sends
 * arrives in its order, at most once: what is sent while a connection is lost reaches the clients
 * of this node only. Clients that lose their connection are not restored.
 *
 * <p>Implements "Postgres adapter" of the Socket.IO documentation.
 */
public final class PostgresAdapter {
  private PostgresAdapter() {}

  /**
   * The adapters of one server, with the defaults of npm's.
   *
   * @param source not closed here
   */
  public static AdapterFactory of(DataSource source) {
    return of(source, PostgresOptions.defaults(), ClusterOptions.defaults());
  }

  /** The adapters of one server. */
  public static AdapterFactory of(DataSource source, PostgresOptions options) {
    return of(source, options, ClusterOptions.defaults());
  }

  /** The adapters of one server, with heartbeats and limits of its own. */
  public static AdapterFactory of(
      DataSource source, PostgresOptions options, ClusterOptions cluster) {
    Objects.requireNonNull(source, "source");
    PostgresBuses buses =
        new PostgresBuses(source, options, ClusterMessageCodec.of(cluster.json()));
    return ClusterAdapter.factory(buses, cluster);
  }
}
