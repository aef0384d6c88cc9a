// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

import dev.sockeye.socketio.adapter.AdapterFactory;
import dev.sockeye.socketio.adapter.ClusterOptions;
import io.lettuce.core.RedisClient;
import java.time.Duration;

/** Adapters of nodes that are soon tired of waiting. */
final class QuickAdapters {
  static final Duration SHORT = Duration.ofMillis(200);
  private static final Duration TIMEOUT = Duration.ofSeconds(1);

  private QuickAdapters() {}

  /**
   * @param kind {@code classic}, {@code sharded} or {@code streams}
   */
  static AdapterFactory of(String kind, RedisClient client, ClusterOptions options) {
    return of(kind, client, options, LinkOptions.DEFAULTS.maxQueuedBytes());
  }

  static AdapterFactory of(
      String kind, RedisClient client, ClusterOptions options, long maxQueuedBytes) {
    return switch (kind) {
      case "classic" ->
          RedisAdapter.pubSub(client)
              .cluster(options.publishTimeout(SHORT))
              .commandTimeout(TIMEOUT)
              .checkInterval(SHORT)
              .retryDelay(SHORT)
              .maxQueuedBytes(maxQueuedBytes);
      case "sharded" ->
          RedisAdapter.shardedPubSub(client)
              .cluster(options.publishTimeout(SHORT))
              .commandTimeout(TIMEOUT)
              .checkInterval(SHORT)
              .retryDelay(SHORT)
              .maxQueuedBytes(maxQueuedBytes);
      default ->
          RedisAdapter.streams(client)
              .cluster(options.publishTimeout(SHORT))
              .blockTime(SHORT)
              .commandTimeout(TIMEOUT)
              .checkInterval(SHORT)
              .retryDelay(SHORT)
              .maxQueuedBytes(maxQueuedBytes);
    };
  }
}
