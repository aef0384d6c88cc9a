// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.socketio.adapter.AdapterFactory;
import dev.sockeye.socketio.adapter.ClusterOptions;
import dev.sockeye.testkit.History;
import dev.sockeye.testkit.RedisServer;
import dev.sockeye.testkit.Relay;
import dev.sockeye.testkit.WatchedNode;
import io.lettuce.core.RedisClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the clients of two nodes get while things go wrong: never anything twice or out of order,
 * all of their own node, and with streams all that Redis has.
 */
class FaultHistoryTest {
  private final RedisServer redis = RedisServer.start();
  private final Relay relay = Relay.to(redis.port());
  private final RedisClient near = RedisClient.create(redis.url());
  private final RedisClient far = RedisClient.create("redis://127.0.0.1:" + relay.port());
  private final History history = new History();
  private final List<WatchedNode> nodes = new ArrayList<>();

  @AfterEach
  void stop() {
    nodes.forEach(WatchedNode::close);
    near.shutdown(0, 5, TimeUnit.SECONDS);
    far.shutdown(0, 5, TimeUnit.SECONDS);
    relay.close();
    redis.close();
  }

  /** The node with the good network, as impatient as the other. */
  private WatchedNode one(String kind) {
    return node("one", options -> QuickAdapters.of(kind, near, options));
  }

  /** The node whose network goes wrong. */
  private WatchedNode two(String kind) {
    return node("two", options -> QuickAdapters.of(kind, far, options));
  }

  private WatchedNode node(String name, Function<ClusterOptions, AdapterFactory> factory) {
    WatchedNode node = new WatchedNode(name, history, ClusterOptions.defaults(), factory);
    nodes.add(node);
    return node;
  }

  private void emit(int count) {
    nodes.forEach(node -> node.emit(count));
  }

  /** Both nodes hear each other, sooner or later; nothing has come twice or too late. */
  private void settle() {
    WatchedNode one = nodes.get(0);
    WatchedNode two = nodes.get(1);
    one.awaitHearing(two);
    two.awaitHearing(one);
    one.awaitLastOf(one);
    two.awaitLastOf(two);
    assertThat(history.duplicates()).isEmpty();
    assertThat(history.disorder()).isEmpty();
    assertThat(history.strays()).isZero();
    assertThat(history.missing("one", "one")).isEmpty();
    assertThat(history.missing("two", "two")).isEmpty();
  }

  /** Nothing is missing at the other node, either, where the adapter promises that. */
  private void assertReplayed(String kind, String receiver, String sender) {
    if (kind.equals("streams")) {
      assertThat(history.missing(receiver, sender)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"classic", "sharded", "streams"})
  void aServerThatWasStartedAgainIsFoundAgain(String kind) {
    WatchedNode one = one(kind);
    WatchedNode two = two(kind);
    emit(10);
    settle();
    redis.stop();
    one.awaitLost();
    two.awaitLost();
    emit(10);
    redis.startAgain();
    one.awaitRestored();
    two.awaitRestored();
    emit(10);
    settle();
  }

  @ParameterizedTest
  @ValueSource(strings = {"classic", "sharded", "streams"})
  void aServerThatSaysNothingIsNotWaitedFor(String kind) {
    WatchedNode one = one(kind);
    WatchedNode two = two(kind);
    emit(10);
    settle();
    redis.freeze();
    try {
      emit(10);
      one.awaitLastOf(one);
      one.awaitLost();
      two.awaitLost();
    } finally {
      redis.resume();
    }
    one.awaitRestored();
    two.awaitRestored();
    emit(10);
    settle();
  }

  @ParameterizedTest
  @ValueSource(strings = {"classic", "sharded", "streams"})
  void aConnectionThatIsCutCostsNothingThatRedisHas(String kind) {
    node("one", options -> patient(kind, near, options));
    WatchedNode two = two(kind);
    emit(10);
    settle();
    relay.cut();
    emit(10);
    two.awaitLost();
    emit(10);
    two.awaitRestored();
    emit(10);
    settle();
    assertReplayed(kind, "two", "one");
  }

  @ParameterizedTest
  @ValueSource(strings = {"classic", "sharded", "streams"})
  void aConnectionThatIsHalfOpenIsReplaced(String kind) {
    node("one", options -> patient(kind, near, options));
    WatchedNode two = two(kind);
    emit(10);
    settle();
    relay.forget();
    emit(10);
    two.awaitLost();
    emit(10);
    two.awaitRestored();
    emit(10);
    settle();
    assertReplayed(kind, "two", "one");
  }

  @ParameterizedTest
  @ValueSource(strings = {"classic", "sharded", "streams"})
  void aSlowNetworkLosesNothing(String kind) {
    node("one", options -> patient(kind, near, options));
    node("two", options -> patient(kind, far, options));
    relay.slow(Duration.ofMillis(20));
    emit(50);
    settle();
    assertThat(history.missing("one", "two")).isEmpty();
    assertThat(history.missing("two", "one")).isEmpty();
  }

  private static AdapterFactory patient(String kind, RedisClient client, ClusterOptions options) {
    return switch (kind) {
      case "classic" -> RedisAdapter.pubSub(client).cluster(options);
      case "sharded" -> RedisAdapter.shardedPubSub(client).cluster(options);
      default -> RedisAdapter.streams(client).cluster(options);
    };
  }
}
