// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.socketio.adapter.Adapter;
import dev.sockeye.socketio.adapter.AdapterFactory;
import dev.sockeye.socketio.adapter.BroadcastOptions;
import dev.sockeye.testkit.RecordingNamespace;
import dev.sockeye.testkit.RedisCluster;
import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two nodes over a Redis Cluster of three masters with a replica each. */
class RedisClusterTest {
  private static final int PATIENCE_SECONDS = 60;

  /** Set before the first test. */
  private static RedisCluster cluster;

  /** Set before the first test. */
  private static RedisClusterClient client;

  @BeforeAll
  static void start() {
    cluster = RedisCluster.start(Duration.ofSeconds(2)); // one of its servers dies below
    client =
        RedisClusterClient.create(
            cluster.ports().stream().map(port -> RedisURI.create("127.0.0.1", port)).toList());
    client.setOptions(
        ClusterClientOptions.builder()
            .topologyRefreshOptions(
                ClusterTopologyRefreshOptions.builder()
                    .enableAllAdaptiveRefreshTriggers()
                    .enablePeriodicRefresh(Duration.ofMillis(500))
                    .build())
            .build());
  }

  @AfterAll
  static void stop() {
    client.shutdown(0, 5, TimeUnit.SECONDS);
    cluster.close();
  }

  private static AdapterFactory factory(String kind) {
    return switch (kind) {
      case "classic" -> RedisAdapter.pubSub(client);
      case "sharded" ->
          RedisAdapter.shardedPubSub(client)
              .checkInterval(Duration.ofMillis(200))
              .commandTimeout(Duration.ofSeconds(1));
      case "streams, sharded" -> RedisAdapter.streams(client).useShardedPubSub(true);
      default -> RedisAdapter.streams(client);
    };
  }

  private static Adapter started(AdapterFactory factory, RecordingNamespace namespace) {
    Adapter adapter = factory.create(namespace);
    adapter.init().toCompletableFuture().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    adapter.addAll(namespace.socket("ann"), List.of("ann", "room1"));
    return adapter;
  }

  @ParameterizedTest
  @ValueSource(strings = {"classic", "sharded", "streams", "streams, sharded"})
  void nodesHearAndCountEachOther(String kind) {
    RecordingNamespace there = new RecordingNamespace("/");
    Adapter one = started(factory(kind), new RecordingNamespace("/"));
    Adapter other = started(factory(kind), there);
    try {
      assertThat(one.serverCount().toCompletableFuture().join()).isEqualTo(2);
      one.broadcast(ClassicVectors.event("hi"), BroadcastOptions.ALL);
      assertThat(there.next()).isEqualTo("[hi] to [ann]");
      assertThat(one.fetchSockets(BroadcastOptions.ALL).toCompletableFuture().join()).hasSize(2);
    } finally {
      one.close().toCompletableFuture().join();
      other.close().toCompletableFuture().join();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = "sharded")
  void aMasterThatDiesCostsNoSubscription(String kind) {
    RecordingNamespace there = new RecordingNamespace("/");
    Adapter one = started(factory(kind), new RecordingNamespace("/"));
    Adapter other = started(factory(kind), there);
    try {
      cluster.masterOf("socket.io#/#").stop();
      String heard;
      do {
        one.broadcast(ClassicVectors.event("hi"), BroadcastOptions.ALL);
        heard = there.nextWithin(Duration.ofMillis(500));
      } while (!"[hi] to [ann]".equals(heard));
    } finally {
      one.close();
      other.close();
    }
  }
}
