// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** Opens connections, and knows when one is lost. */
record Connections(DataSource source, Duration timeout) {
  /** A connection whose every answer is waited for so long at most. */
  Connection open() throws SQLException {
    Connection connection = source.getConnection();
    try {
      connection.setAutoCommit(true);
      connection.setNetworkTimeout(Runnable::run, (int) timeout.toMillis());
      return connection;
    } catch (SQLException | RuntimeException e) {
      drop(connection);
      throw e;
    }
  }

  /** Whether after this the connection is of no use any more. */
  static boolean isLost(Connection connection, SQLException failure) {
    String state = failure.getSQLState();
    if (state != null && (state.startsWith("08") || state.startsWith("57P"))) {
      return true;
    }
    try {
      return connection.isClosed();
    } catch (SQLException e) {
      return true;
    }
  }

  /** Ends a connection at once, also one that is being waited for; a pool gets it back broken. */
  static void drop(Connection connection) {
    try {
      connection.abort(Runnable::run);
      connection.close();
    } catch (SQLException e) {
      // it is of no use either way
    }
  }
}
