// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.postgres;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * How nodes and emitters of a cluster talk over PostgreSQL. Those that have the same names find
 * each other; the limits are each node's own. Those of heartbeats and answers are in {@link
 * dev.sockeye.socketio.adapter.ClusterOptions}. Immutable.
 *
 * <p>Implements the options of "Postgres adapter" of the Socket.IO documentation.
 */
public final class PostgresOptions {
  /** With more, PostgreSQL refuses a notification. */
  static final int MAX_PAYLOAD_BYTES = 7999;

  // What SQL takes as the name of a table: one part or two, quoted or not.
  private static final String PART = "(?:[A-Za-z_][A-Za-z0-9_$]*|\"(?:[^\"\\x00]|\"\")+\")";
  private static final Pattern TABLE = Pattern.compile(PART + "(?:\\." + PART + ")?");

  private final Builder values;

  private PostgresOptions(Builder values) {
    this.values = values;
  }

  /** What npm {@code @socket.io/postgres-adapter} has by default. */
  public static PostgresOptions defaults() {
    return builder().build();
  }

  /** Options that differ from the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  String channelPrefix() {
    return values.channelPrefix;
  }

  String tableName() {
    return values.tableName;
  }

  boolean createTable() {
    return values.createTable;
  }

  int payloadThreshold() {
    return values.payloadThreshold;
  }

  long maxAttachmentBytes() {
    return values.maxAttachmentBytes;
  }

  long maxPendingBytes() {
    return values.maxPendingBytes;
  }

  Duration cleanupInterval() {
    return values.cleanupInterval;
  }

  Duration databaseTimeout() {
    return values.databaseTimeout;
  }

  Duration reconnectionDelay() {
    return values.reconnectionDelay;
  }

  Duration reconnectionDelayMax() {
    return values.reconnectionDelayMax;
  }

  /** Collects options; each call checks its value. */
  public static final class Builder {
    private String channelPrefix = "socket.io";
    private String tableName = "socket_io_attachments";
    private boolean createTable = true;
    private int payloadThreshold = 8000;
    private long maxAttachmentBytes = 16L * 1024 * 1024;
    private long maxPendingBytes = 16L * 1024 * 1024;
    private Duration cleanupInterval = Duration.ofSeconds(30);
    private Duration databaseTimeout = Duration.ofSeconds(5);
    private Duration reconnectionDelay = Duration.ofSeconds(1);
    private Duration reconnectionDelayMax = Duration.ofSeconds(5);

    private Builder() {}

    private Builder(Builder other) {
      this.channelPrefix = other.channelPrefix;
      this.tableName = other.tableName;
      this.createTable = other.createTable;
      this.payloadThreshold = other.payloadThreshold;
      this.maxAttachmentBytes = other.maxAttachmentBytes;
      this.maxPendingBytes = other.maxPendingBytes;
      this.cleanupInterval = other.cleanupInterval;
      this.databaseTimeout = other.databaseTimeout;
      this.reconnectionDelay = other.reconnectionDelay;
      this.reconnectionDelayMax = other.reconnectionDelayMax;
    }

    /**
     * What the names of the channels begin with; the same in the whole cluster. A channel is this,
     * a {@code #} and the namespace, together 63 bytes at most. Default {@code socket.io}.
     */
    public Builder channelPrefix(String prefix) {
      if (prefix.isEmpty() || prefix.indexOf('\0') >= 0) {
        throw new IllegalArgumentException("channelPrefix can't be '" + prefix + "'");
      }
      this.channelPrefix = prefix;
      return this;
    }

    /**
     * The table of what is too large for a notification, or binary; the same in the whole cluster.
     * As SQL writes it: with a schema before it or not, quoted where need be. Default {@code
     * socket_io_attachments}.
     */
    public Builder tableName(String name) {
      if (!TABLE.matcher(name).matches()) {
        throw new IllegalArgumentException(
            "tableName must be a name as SQL writes it, such as events, app.events or"
                + " \"My events\", not: "
                + name);
      }
      this.tableName = name;
      return this;
    }

    /** Whether the table is made where it is missing; else it must exist. Default: it is made. */
    public Builder createTable(boolean create) {
      this.createTable = create;
      return this;
    }

    /**
     * From how many bytes on a message goes through the table, 8000 at most, which is what
     * PostgreSQL refuses as a notification. Default 8000.
     */
    public Builder payloadThreshold(int bytes) {
      if (bytes < 1 || bytes > MAX_PAYLOAD_BYTES + 1) {
        throw new IllegalArgumentException(
            "payloadThreshold must be from 1 to 8000 bytes, not " + bytes);
      }
      this.payloadThreshold = bytes;
      return this;
    }

    /**
     * How many bytes a message of another node may have; larger ones are left in the table, and
     * logged. Default 16 MiB.
     */
    public Builder maxAttachmentBytes(long bytes) {
      this.maxAttachmentBytes = positive("maxAttachmentBytes", bytes);
      return this;
    }

    /**
     * How many bytes may wait for the database; what goes beyond is refused, and reaches the
     * clients of this node only. Default 16 MiB.
     */
    public Builder maxPendingBytes(long bytes) {
      this.maxPendingBytes = positive("maxPendingBytes", bytes);
      return this;
    }

    /**
     * After which time, and how often, rows of the table are deleted. Every node that gets a
     * notification must have fetched its row by then. Default 30 seconds.
     */
    public Builder cleanupInterval(Duration interval) {
      this.cleanupInterval = positive("cleanupInterval", interval);
      return this;
    }

    /**
     * How long the database may take to answer before its connection is given up. Opening a
     * connection is bounded by the {@link javax.sql.DataSource}: give it a login time-out. Default
     * 5 seconds.
     */
    public Builder databaseTimeout(Duration timeout) {
      this.databaseTimeout = positive("databaseTimeout", timeout);
      return this;
    }

    /**
     * How long is waited before a lost connection is opened again: doubled with each failure, and
     * spread by half so that not all nodes come at once. Default 1 second.
     */
    public Builder reconnectionDelay(Duration delay) {
      this.reconnectionDelay = positive("reconnectionDelay", delay);
      return this;
    }

    /** The longest {@link #reconnectionDelay}. Default 5 seconds. */
    public Builder reconnectionDelayMax(Duration delay) {
      this.reconnectionDelayMax = positive("reconnectionDelayMax", delay);
      return this;
    }

    /** The options as they are now. */
    public PostgresOptions build() {
      return new PostgresOptions(new Builder(this));
    }

    private static long positive(String name, long value) {
      if (value < 1) {
        throw new IllegalArgumentException(name + " must be positive, not " + value);
      }
      return value;
    }

    private static Duration positive(String name, Duration value) {
      if (value.toMillis() < 1) {
        throw new IllegalArgumentException(name + " must be at least 1 ms, not " + value);
      }
      return value;
    }
  }
}
