// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.postgres;

import dev.sockeye.testkit.PostgresServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of the {@link PostgresServer}. */
record Database(int port, String name) {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** The name of the test's own connections, which the server sees a while longer than the test. */
  private static final String OURS = "the test";

  /** A new one, empty. */
  static Database create() {
    PostgresServer server = PostgresServer.shared();
    return new Database(server.port(), server.createDatabase());
  }

  /** The way to it. */
  DataSource dataSource() {
    return dataSource(port);
  }

  /** The way to it through a relay that listens on another port. */
  DataSource dataSource(int relay) {
    return source(relay);
  }

  private PGSimpleDataSource source(int relay) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {relay});
    source.setDatabaseName(name);
    source.setUser(PostgresServer.USER);
    source.setSslMode("disable");
    return source;
  }

  /** As the npm package {@code pg} wants it. */
  String url() {
    return "postgresql://" + PostgresServer.USER + "@127.0.0.1:" + port + "/" + name;
  }

  /** Runs a statement and gives what is in its first column. */
  List<String> execute(String sql) {
    PGSimpleDataSource source = source(port);
    source.setApplicationName(OURS);
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      List<String> column = new ArrayList<>();
      if (statement.execute(sql)) {
        try (ResultSet rows = statement.getResultSet()) {
          while (rows.next()) {
            column.add(rows.getString(1));
          }
        }
      }
      return column;
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  /** Closes all other connections to it, as an operator does; returns how many there were. */
  int cutConnections() {
    return execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '"
                + name
                + "' AND pid <> pg_backend_pid()")
        .size();
  }

  /** How many connections there are to it, but for the test's and those of the server itself. */
  int connections() {
    return execute(
            "SELECT pid FROM pg_stat_activity WHERE datname = '"
                + name
                + "' AND application_name <> '"
                + OURS
                + "' AND backend_type = 'client backend'")
        .size();
  }

  /** Waits until there are so many connections to it. */
  void awaitConnections(int number) {
    await(() -> connections() == number);
  }

  /** Looks, each time with a round trip to the server, until something is so. */
  static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("it is still not so");
      }
    }
  }
}
