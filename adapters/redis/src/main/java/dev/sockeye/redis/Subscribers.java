// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Counts who is subscribed to a channel, which is how many servers there are. */
final class Subscribers {
  private Subscribers() {}

  /** Those of one Redis server. */
  static CompletionStage<Integer> count(
      RedisClusterAsyncCommands<String, byte[]> commands, Topic channel) {
    CompletionStage<Map<String, Long>> counts =
        channel.kind() == Topic.Kind.SHARD
            ? commands.pubsubShardNumsub(channel.name())
            : commands.pubsubNumsub(channel.name());
    return counts.thenApply(each -> each.getOrDefault(channel.name(), 0L).intValue());
  }
}
