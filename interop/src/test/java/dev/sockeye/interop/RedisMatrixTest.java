// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import dev.sockeye.redis.RedisAdapter;
import dev.sockeye.redis.SubscriptionMode;
import dev.sockeye.socketio.adapter.AdapterFactory;
import dev.sockeye.testkit.RedisServer;
import io.lettuce.core.RedisClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers of both kinds in one cluster over Redis. */
@ParameterizedClass
@CsvSource({
  "classic, java node",
  "classic, node java",
  "classic, java java java",
  "static, java node",
  "static, node java",
  "static, java java java",
  "dynamic, java node",
  "dynamic, node java",
  "dynamic, java java java",
  "dynamic-private, java node",
  "dynamic-private, node java",
  "dynamic-private, java java java",
  "streams, java node",
  "streams, node java",
  "streams, java java java"
})
class RedisMatrixTest extends ClusterSuite {
  private static final List<String> NAMES = List.of("driver", "other", "third");
  private static final List<ClusterNode> NODES = new ArrayList<>();

  /** Set before the first test. */
  private static RedisServer redis;

  /** Set before the first test. */
  private static RedisClient client;

  private final String adapter;

  RedisMatrixTest(String adapter, String kinds) {
    this.adapter = adapter;
  }

  @BeforeParameterizedClassInvocation
  static void start(String adapter, String kinds) {
    redis = RedisServer.start();
    client = RedisClient.create(redis.url());
    for (String kind : kinds.split(" ")) {
      String name = NAMES.get(NODES.size());
      NODES.add(
          kind.equals("java")
              ? new JavaNode(name, adapter(adapter))
              : new JsNode(config(adapter, name)));
    }
    Clusters.awaitAll(NODES);
  }

  private static AdapterFactory adapter(String name) {
    return switch (name) {
      case "classic" -> RedisAdapter.pubSub(client);
      case "static" -> RedisAdapter.shardedPubSub(client).subscriptionMode(SubscriptionMode.STATIC);
      case "dynamic" -> RedisAdapter.shardedPubSub(client);
      case "dynamic-private" ->
          RedisAdapter.shardedPubSub(client).subscriptionMode(SubscriptionMode.DYNAMIC_PRIVATE);
      default -> RedisAdapter.streams(client);
    };
  }

  private static Map<String, ?> config(String adapter, String name) {
    boolean isSharded = adapter.equals("static") || adapter.startsWith("dynamic");
    return Map.of(
        "adapter",
        isSharded ? "sharded" : adapter,
        "name",
        name,
        "url",
        redis.url(),
        "options",
        isSharded ? Map.of("subscriptionMode", adapter) : Map.of());
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    NODES.forEach(ClusterNode::close);
    NODES.clear();
    client.shutdown(0, 5, TimeUnit.SECONDS);
    redis.close();
  }

  @Override
  void awaitChannel(String room) {
    if (adapter.equals("dynamic-private") || (adapter.equals("dynamic") && room.length() != 20)) {
      Clusters.awaitSubscriber(redis, "socket.io#/#" + room + "#");
    }
  }

  @Override
  List<ClusterNode> nodes() {
    return NODES;
  }
}
