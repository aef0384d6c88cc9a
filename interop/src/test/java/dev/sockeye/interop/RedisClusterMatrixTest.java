// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import dev.sockeye.redis.RedisAdapter;
import dev.sockeye.socketio.adapter.AdapterFactory;
import dev.sockeye.testkit.RedisCluster;
import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.RedisClusterClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Servers of both kinds in one cluster over a Redis Cluster of three masters and their replicas.
 */
@ParameterizedClass
@CsvSource({
  "classic, java node",
  "classic, node java",
  "sharded, java node",
  "sharded, node java",
  "streams, java node",
  "streams, node java"
})
class RedisClusterMatrixTest extends ClusterSuite {
  private static final List<ClusterNode> NODES = new ArrayList<>();

  /** Set before the first test. */
  private static RedisCluster redis;

  /** Set before the first test. */
  private static RedisClusterClient client;

  private final String adapter;
  private final String kinds;

  RedisClusterMatrixTest(String adapter, String kinds) {
    this.adapter = adapter;
    this.kinds = kinds;
  }

  @BeforeAll
  static void startRedis() {
    redis = RedisCluster.start();
    client =
        RedisClusterClient.create(
            redis.ports().stream().map(port -> RedisURI.create("127.0.0.1", port)).toList());
  }

  @BeforeParameterizedClassInvocation
  static void start(String adapter, String kinds) {
    for (String kind : kinds.split(" ")) {
      String name = NODES.isEmpty() ? "driver" : "other";
      NODES.add(
          kind.equals("java")
              ? new JavaNode(name, adapter(adapter))
              : new JsNode(
                  Map.of(
                      "adapter",
                      adapter,
                      "name",
                      name,
                      "cluster",
                      redis.ports(),
                      "options",
                      Map.of())));
    }
    Clusters.awaitAll(NODES);
  }

  private static AdapterFactory adapter(String name) {
    return switch (name) {
      case "classic" -> RedisAdapter.pubSub(client);
      case "sharded" -> RedisAdapter.shardedPubSub(client);
      default -> RedisAdapter.streams(client);
    };
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    NODES.forEach(ClusterNode::close);
    NODES.clear();
  }

  @AfterAll
  static void stopRedis() {
    client.shutdown(0, 5, TimeUnit.SECONDS);
    redis.close();
  }

  /** npm redis publishes each message over any server of the Redis Cluster. */
  @Override
  boolean keepsOrder() {
    return !adapter.equals("classic") || kinds.startsWith("java");
  }

  @Override
  void awaitChannel(String room) {
    if (adapter.equals("sharded") && room.length() != 20) {
      String channel = "socket.io#/#" + room + "#";
      Clusters.awaitSubscriber(redis.masterOf(channel), channel);
    }
  }

  @Override
  List<ClusterNode> nodes() {
    return NODES;
  }
}
