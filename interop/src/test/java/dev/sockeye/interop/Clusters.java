// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import dev.sockeye.testkit.RedisServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Waits until a cluster is in a state. */
final class Clusters {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Clusters() {}

  /** Asks again and again; each question goes to a server and back. */
  static void await(String what, BooleanSupplier state) {
    Instant end = Instant.now().plus(PATIENCE);
    while (!state.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("waited in vain for " + what);
      }
    }
  }

  /** Waits until all nodes know of each other. */
  static void awaitAll(List<ClusterNode> nodes) {
    for (ClusterNode node : nodes) {
      await("all nodes", () -> node.serverCount() == nodes.size());
    }
  }

  /** Waits until somebody has subscribed to a sharded channel. */
  static void awaitSubscriber(RedisServer redis, String channel) {
    await(
        "a subscriber of " + channel,
        () -> !redis.cli("PUBSUB", "SHARDNUMSUB", channel).equals(List.of(channel, "0")));
  }
}
