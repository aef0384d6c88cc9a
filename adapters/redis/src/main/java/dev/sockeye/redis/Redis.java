// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;

/**
 * The application's Redis: one server, what Sentinels name as such, or a cluster. Its methods
 * block.
 */
interface Redis {
  /** Names are text, the rest is bytes. */
  RedisCodec<String, byte[]> CODEC = RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

  /** Opens the connections of one server. */
  RedisConnections connect(RedisConnections.Events events);

  /** Opens one more connection, for commands that block it. */
  Reader connectReader();

  /**
   * A connection of its own.
   *
   * @param connection what is closed
   * @param commands sends commands over it
   */
  record Reader(
      StatefulConnection<String, byte[]> connection,
      RedisClusterAsyncCommands<String, byte[]> commands) {
    /** Ends it. */
    void close() {
      Closing.unattended(connection.closeAsync());
    }
  }
}
