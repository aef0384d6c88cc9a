// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** Somebody who listens to a channel with PostgreSQL's own means. */
final class Listening implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 30_000;

  private final Connection connection;

  Listening(Database database, String channel) throws SQLException {
    connection = database.dataSource().getConnection();
    try (Statement statement = connection.createStatement()) {
      statement.execute("LISTEN \"" + channel + "\"");
    }
  }

  /** The next notification's payload. */
  String next() throws SQLException {
    PGNotification[] got = connection.unwrap(PGConnection.class).getNotifications(PATIENCE_MILLIS);
    if (got == null || got.length != 1) {
      throw new AssertionError(
          "one notification was expected, not " + (got == null ? 0 : got.length));
    }
    return got[0].getParameter();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
