// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.postgres;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The statements. Notifications and their rows needn't survive a crash of the database, which
 * everybody's connection doesn't survive either: their transactions don't wait for the disk.
 */
final class Statements {
  private static final String UNHURRIED = "set_config('synchronous_commit', 'off', true)";
  private static final String NOTIFY =
      "SELECT count(pg_notify(channel, payload)::text), "
          + UNHURRIED
          + " FROM unnest(?, ?) AS message (channel, payload)";

  private final String table;
  private final String attach;
  private final String fetch;
  private final String delete;

  Statements(String table) {
    this.table = table;
    this.attach =
        "WITH attachment AS (INSERT INTO "
            + table
            + " (payload) VALUES (?) RETURNING id)"
            + " SELECT pg_notify(?, ? || id || '\"}'), "
            + UNHURRIED
            + " FROM attachment";
    this.fetch =
        "SELECT id, CASE WHEN octet_length(payload) <= ? THEN payload END FROM "
            + table
            + " WHERE id = ANY (?)";
    this.delete =
        "DELETE FROM " + table + " WHERE created_at < now() - ? * interval '1 millisecond'";
  }

  /** Makes the table where it is missing; safe when several nodes do. */
  void createTable(Connection connection) throws SQLException {
    try (PreparedStatement find = connection.prepareStatement("SELECT to_regclass(?) IS NULL")) {
      find.setString(1, table);
      try (ResultSet result = find.executeQuery()) {
        result.next();
        if (!result.getBoolean(1)) {
          return; // who may not create one may still use it
        }
      }
    }
    connection.setAutoCommit(false);
    try {
      // IF NOT EXISTS alone lets one of two that come at once fail.
      execute(connection, "SELECT pg_advisory_xact_lock(hashtext('sockeye'))");
      execute(
          connection,
          "CREATE TABLE IF NOT EXISTS "
              + table
              + " (id bigserial UNIQUE, created_at timestamptz DEFAULT NOW(), payload bytea)");
      connection.commit();
    } catch (SQLException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  void listen(Connection connection, String channel) throws SQLException {
    execute(connection, "LISTEN " + Channel.quoted(channel));
  }

  void unlisten(Connection connection, String channel) throws SQLException {
    execute(connection, "UNLISTEN " + Channel.quoted(channel));
  }

  /** Asks for a sign of life. */
  void ping(Connection connection) throws SQLException {
    execute(connection, "");
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /**
   * Publishes messages in their order, in one transaction; no two may be equal, since PostgreSQL
   * would deliver them as one.
   */
  void notify(Connection connection, List<Publication.Plain> messages) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(NOTIFY)) {
      statement.setArray(
          1, texts(connection, messages.stream().map(Publication.Plain::channel).toArray()));
      statement.setArray(
          2, texts(connection, messages.stream().map(Publication.Plain::payload).toArray()));
      statement.execute();
    }
  }

  private static Array texts(Connection connection, Object[] texts) throws SQLException {
    return connection.createArrayOf("text", texts);
  }

  /** Publishes a message through the table. */
  void attach(Connection connection, Publication.Attached message) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(attach)) {
      statement.setBytes(1, message.row());
      statement.setString(2, message.channel());
      statement.setString(3, message.header());
      statement.execute();
    }
  }

  /**
   * Gets rows; those that are gone are not among them.
   *
   * @param maxBytes what is larger comes empty
   */
  Map<Long, byte[]> fetch(Connection connection, Collection<Long> ids, long maxBytes)
      throws SQLException {
    Map<Long, byte[]> rows = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(fetch)) {
      statement.setLong(1, maxBytes);
      statement.setArray(2, connection.createArrayOf("bigint", ids.toArray()));
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          byte[] payload = result.getBytes(2);
          rows.put(result.getLong(1), payload == null ? new byte[0] : payload);
        }
      }
    }
    return rows;
  }

  /** Deletes the rows that are older than so many milliseconds. */
  void cleanUp(Connection connection, long millis) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(delete)) {
      statement.setLong(1, millis);
      statement.execute();
    }
  }
}
