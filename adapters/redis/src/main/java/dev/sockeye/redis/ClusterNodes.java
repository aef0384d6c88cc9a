// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.SlotHash;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.models.partitions.Partitions;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import java.util.NoSuchElementException;

/** Finds nodes of a Redis Cluster. */
final class ClusterNodes {
  private ClusterNodes() {}

  /** A master that is up: what is published on it reaches all, in its order. */
  static RedisClusterNode master(Partitions partitions) {
    return partitions.stream()
        .filter(node -> node.getRole().isUpstream() && !node.getSlots().isEmpty())
        .filter(node -> !node.is(RedisClusterNode.NodeFlag.FAIL))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("the Redis Cluster has no masters"));
  }

  /** A connection to such a master; blocks. */
  static StatefulRedisConnection<String, byte[]> one(
      StatefulRedisClusterConnection<String, byte[]> connection) {
    return connection.getConnection(master(connection.getPartitions()).getNodeId());
  }

  /** The master that has the slot of a channel. */
  static RedisClusterNode owner(Partitions partitions, String channel) {
    RedisClusterNode owner = partitions.getPartitionBySlot(SlotHash.getSlot(channel));
    if (owner == null) {
      throw new NoSuchElementException(
          "no node of the Redis Cluster serves the slot of " + channel);
    }
    return owner;
  }
}
