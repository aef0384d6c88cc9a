// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.socketio.adapter.Adapter;
import dev.sockeye.socketio.adapter.AdapterFactory;
import dev.sockeye.socketio.adapter.BroadcastOptions;
import dev.sockeye.socketio.adapter.ClusterObserver;
import dev.sockeye.socketio.adapter.ClusterOptions;
import dev.sockeye.testkit.RecordingNamespace;
import dev.sockeye.testkit.RedisServer;
import dev.sockeye.testkit.Relay;
import io.lettuce.core.RedisClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What two nodes live through with their Redis. */
class FaultTest {
  private static final int PATIENCE_SECONDS = 60;

  private final RedisServer redis = RedisServer.start();
  private final RedisClient client = RedisClient.create(redis.url());
  private final List<Node> nodes = new ArrayList<>();

  @AfterEach
  void stop() {
    nodes.forEach(node -> node.adapter.close());
    client.shutdown(0, 5, TimeUnit.SECONDS);
    redis.close();
  }

  /** A node that is soon tired of waiting. */
  private final class Node implements ClusterObserver {
    final RecordingNamespace namespace = new RecordingNamespace("/");
    final Semaphore lost = new Semaphore(0);
    final Semaphore restored = new Semaphore(0);
    final Semaphore garbage = new Semaphore(0);
    final CountDownLatch failed = new CountDownLatch(1);
    final Adapter adapter;

    Node(String kind) {
      this(kind, LinkOptions.DEFAULTS.maxQueuedBytes());
    }

    Node(String kind, long maxQueuedBytes) {
      this(options -> QuickAdapters.of(kind, client, options, maxQueuedBytes));
    }

    Node(Function<ClusterOptions, AdapterFactory> factory) {
      adapter = factory.apply(ClusterOptions.defaults().observer(this)).create(namespace);
      adapter.init().toCompletableFuture().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
      adapter.addAll(namespace.socket("ann"), List.of("ann"));
      nodes.add(this);
    }

    @Override
    public void onLost(String in, Throwable why) {
      lost.release();
    }

    @Override
    public void onRestored(String in) {
      restored.release();
    }

    @Override
    public void onPublishFailure(String in, Throwable why) {
      failed.countDown();
    }

    @Override
    public void onGarbage(String in, RuntimeException why) {
      garbage.release();
    }

    void emit(String event) {
      adapter.broadcast(ClassicVectors.event(event), BroadcastOptions.ALL);
    }

    void expect(String event) {
      assertThat(namespace.next()).isEqualTo("[" + event + "] to [ann]");
    }
  }

  private static void await(Semaphore event) throws InterruptedException {
    assertThat(event.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
  }

  /** A message of one reaches the other, sooner or later. */
  private static void healed(Node one, Node other) {
    one.emit("healed");
    one.expect("healed");
    other.expect("healed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"classic", "sharded", "streams"})
  void thoseAtHomeGetTheirEventsWhileTheServerIsAway(String kind) throws Exception {
    Node one = new Node(kind);
    redis.stop();
    await(one.lost);
    one.emit("at home");
    one.expect("at home");
  }

  @ParameterizedTest
  @ValueSource(strings = {"normal", "pubsub"})
  void aConnectionThatWasCutComesBack(String type) throws Exception {
    Node one = new Node("classic");
    Node other = new Node("classic");
    redis.cut(type);
    await(one.lost);
    await(other.lost);
    await(one.restored);
    await(other.restored);
    healed(one, other);
  }

  @Test
  void whatIsAddedWhileTheConnectionIsCutIsReadAfterwards() throws Exception {
    Node one = new Node("streams");
    for (int i = 0; i < 20; i++) {
      if (i % 5 == 0) {
        redis.cut("normal");
      }
      redis.cli(
          "XADD",
          "socket.io",
          "*",
          "uid",
          "x",
          "nsp",
          "/",
          "type",
          "3",
          "data",
          "{\"packet\":{\"type\":2,\"data\":[\"n"
              + i
              + "\"]},\"opts\":{\"rooms\":[],\"except\":[],\"flags\":{}}}");
    }
    for (int i = 0; i < 20; i++) {
      one.expect("n" + i);
    }
  }

  @Test
  void whatWaitsForTheServerIsSentInItsOrderWhenItIsBack() throws Exception {
    Node one = new Node("classic");
    redis.stop();
    await(one.lost);
    one.emit("a");
    one.emit("b");
    redis.startAgain();
    await(one.restored);
    try (Wire wire = new Wire(client, "*")) {
      one.emit("c");
      List<String> heard = new ArrayList<>();
      do {
        heard.add(ClassicVectors.hex(wire.next().message()));
      } while (!heard.get(heard.size() - 1).contains("91a163"));
      assertThat(heard).hasSizeLessThanOrEqualTo(3);
    }
  }

  @Test
  void tooMuchThatWaitsIsRefusedAndToldOf() throws Exception {
    Node one = new Node("classic", 1_000);
    redis.stop();
    await(one.lost);
    for (int i = 0; i < 20; i++) {
      one.emit("event " + i);
      one.expect("event " + i);
    }
    assertThat(one.failed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aNodeStartsWithoutItsServerAndFindsItLater() {
    redis.stop();
    RecordingNamespace namespace = new RecordingNamespace("/");
    Adapter adapter = RedisAdapter.pubSub(client).retryDelay(QuickAdapters.SHORT).create(namespace);
    var started = adapter.init().toCompletableFuture();
    adapter.addAll(namespace.socket("ann"), List.of("ann"));
    adapter.broadcast(ClassicVectors.event("at home"), BroadcastOptions.ALL);
    assertThat(namespace.next()).isEqualTo("[at home] to [ann]");
    assertThat(started).isNotDone();
    redis.startAgain();
    assertThat(started).succeedsWithin(Duration.ofSeconds(PATIENCE_SECONDS));
    adapter.close();
  }

  @ParameterizedTest
  @CsvSource({
    "classic, PUBLISH socket.io#/# garbage",
    "sharded, SPUBLISH socket.io#/# garbage",
    "streams, XADD socket.io * nsp / garbage garbage"
  })
  void garbageIsToldOfAndPassedBy(String kind, String command) throws Exception {
    Node one = new Node(kind);
    Node other = new Node(kind);
    redis.cli(command.split(" "));
    await(one.garbage);
    await(other.garbage);
    healed(one, other);
  }

  @Test
  void aNodeThatRedisDropsForReadingTooSlowlyComesBack() throws Exception {
    redis.cli("CONFIG", "SET", "client-output-buffer-limit", "pubsub 1000000 0 0");
    try (Relay relay = Relay.to(redis.port())) {
      RedisClient relayed = RedisClient.create("redis://127.0.0.1:" + relay.port());
      Node one = new Node(options -> RedisAdapter.pubSub(relayed).cluster(options));
      relay.die();
      // Each "1" is a subscriber that gets it, until Redis has dropped the only one.
      while (!redis.cli("PUBLISH", "socket.io#/#", "x".repeat(100_000)).equals(List.of("0"))) {
        redis.cli("-r", "50", "PUBLISH", "socket.io#/#", "x".repeat(100_000));
      }
      relay.revive();
      await(one.lost);
      await(one.restored);
      healed(one, new Node("classic"));
      one.adapter.close().toCompletableFuture().join();
      relayed.shutdown(0, 5, TimeUnit.SECONDS);
    }
  }
}
