// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import dev.sockeye.postgres.PostgresAdapter;
import dev.sockeye.postgres.PostgresOptions;
import dev.sockeye.socketio.adapter.ClusterOptions;
import dev.sockeye.testkit.PostgresServer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Servers in one cluster over a database of their own. */
final class PostgresNodes implements AutoCloseable {
  private static final List<String> NAMES = List.of("driver", "other", "third");

  private final int port = PostgresServer.shared().port();
  private final String database = PostgresServer.shared().createDatabase();
  private final List<ClusterNode> nodes = new ArrayList<>();

  /**
   * Starts servers that know of each other.
   *
   * @param kinds {@code java}, {@code process} (Java as well) or {@code node} for each, apart by
   *     spaces
   * @param options for {@code java}
   */
  PostgresNodes(String kinds, ClusterOptions options) throws Exception {
    // npm's adapter expects the table.
    try (var connection = dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE socket_io_attachments"
              + " (id bigserial UNIQUE, created_at timestamptz DEFAULT NOW(), payload bytea)");
    }
    for (String kind : kinds.split(" ")) {
      String name = NAMES.get(nodes.size());
      nodes.add(
          switch (kind) {
            case "java" ->
                new JavaNode(
                    name, PostgresAdapter.of(dataSource(), PostgresOptions.defaults(), options));
            case "process" -> JsNode.java(config(Map.of("name", name)));
            default -> new JsNode(config(Map.of("name", name)));
          });
    }
    Clusters.awaitAll(nodes);
  }

  List<ClusterNode> list() {
    return nodes;
  }

  DataSource dataSource() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName(database);
    source.setUser(PostgresServer.USER);
    return source;
  }

  /** For a script of {@code interop/cluster}. */
  Map<String, Object> config(Map<String, ?> more) {
    Map<String, Object> config = new HashMap<>(more);
    config.put("adapter", "postgres");
    config.put(
        "url", "postgresql://%s@127.0.0.1:%d/%s".formatted(PostgresServer.USER, port, database));
    return config;
  }

  @Override
  public void close() {
    nodes.forEach(ClusterNode::close);
  }
}
