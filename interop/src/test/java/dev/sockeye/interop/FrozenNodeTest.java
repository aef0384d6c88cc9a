// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sockeye.redis.RedisAdapter;
import dev.sockeye.socketio.adapter.AdapterFactory;
import dev.sockeye.socketio.adapter.ClusterObserver;
import dev.sockeye.socketio.adapter.ClusterOptions;
import dev.sockeye.socketio.adapter.ClusterTimeoutException;
import dev.sockeye.testkit.History;
import dev.sockeye.testkit.RedisServer;
import io.lettuce.core.RedisClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A node of each kind stops where it is (SIGSTOP), and goes on later: the third one is not held up,
 * and the clients of all three are there afterwards, and get everything once and in order.
 */
class FrozenNodeTest {
  private static final int PATIENCE_SECONDS = 60;

  private final History history = new History();
  private final Semaphore timeouts = new Semaphore(0);
  private final Semaphore departures = new Semaphore(0);
  private final Semaphore arrivals = new Semaphore(0);
  private final List<AutoCloseable> open = new ArrayList<>();
  private final ClusterOptions watched =
      ClusterOptions.defaults()
          .observer(
              new ClusterObserver() {
                @Override
                public void onTimeout(String namespace, int expected, int received) {
                  timeouts.release();
                }

                @Override
                public void onServerJoined(String namespace, String uid) {
                  arrivals.release();
                }

                @Override
                public void onServerLeft(String namespace, String uid) {
                  departures.release();
                }
              });

  /** A node, and its client. */
  private record Place(String name, ClusterNode node, Visitor visitor) {
    static Place of(String name, ClusterNode node) {
      return new Place(name, node, Visitor.of(node));
    }
  }

  @AfterEach
  void stop() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  private static void await(Semaphore told, int times) throws InterruptedException {
    assertThat(told.tryAcquire(times, PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
  }

  private void emit(Place from) {
    from.node.emit(Audience.ALL, "event", history.emitted(from.name));
  }

  /** Reads on until a client has an event. */
  private void awaitLast(Place receiver, String id) {
    while (!history.hasReceived(receiver.name, id)) {
      String event = receiver.visitor.text();
      assertThat(event).startsWith("42[\"event\",\"");
      history.received(receiver.name, event.substring(12, event.lastIndexOf('"')));
    }
  }

  /** Everybody emits once more, and everybody gets that; nothing has come twice or too late. */
  private void settle(List<Place> places) {
    for (Place sender : places) {
      emit(sender);
    }
    for (Place receiver : places) {
      for (Place sender : places) {
        awaitLast(receiver, history.last(sender.name));
      }
    }
    assertThat(history.duplicates()).isEmpty();
    assertThat(history.disorder()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"classic", "streams"})
  void nobodyWaitsForTheFrozenOverRedis(String adapter) throws Exception {
    RedisServer redis = RedisServer.start();
    RedisClient client = RedisClient.create(redis.url());
    ClusterOptions hasty = watched.requestTimeout(Duration.ofMillis(500));
    AdapterFactory factory =
        adapter.equals("classic")
            ? RedisAdapter.pubSub(client).cluster(hasty)
            : RedisAdapter.streams(client).cluster(hasty);
    JavaNode awake = new JavaNode("awake", factory);
    JsNode java = JsNode.java(Map.of("adapter", adapter, "name", "java", "url", redis.url()));
    JsNode node = new JsNode(Map.of("adapter", adapter, "name", "node", "url", redis.url()));
    open.addAll(List.of(awake, java, node, () -> client.shutdown(0, 5, TimeUnit.SECONDS), redis));
    Clusters.awaitAll(List.of(awake, java, node));
    List<Place> places =
        List.of(Place.of("awake", awake), Place.of("java", java), Place.of("node", node));
    settle(places);
    java.process().freeze();
    node.process().freeze();
    emit(places.get(0));
    awaitLast(places.get(0), history.last("awake"));
    assertThatThrownBy(() -> awake.io().fetchSockets().join())
        .cause()
        .isInstanceOfSatisfying(
            ClusterTimeoutException.class, late -> assertThat(late.answers()).hasSize(1));
    await(timeouts, 1);
    java.process().resume();
    node.process().resume();
    settle(places);
    if (adapter.equals("streams")) {
      assertThat(history.missing("java", "awake")).isEmpty();
      assertThat(history.missing("node", "awake")).isEmpty();
    }
  }

  /** As long as the heartbeats of the official adapter take to count a node out, and longer. */
  @Test
  void theFrozenAreMissedAndComeBackOverPostgres() throws Exception {
    PostgresNodes nodes = new PostgresNodes("java process node", watched);
    open.add(nodes);
    List<Place> places = new ArrayList<>();
    nodes.list().forEach(node -> places.add(Place.of("n" + places.size(), node)));
    settle(places);
    await(arrivals, 2);
    List<LineProcess> frozen =
        List.of(((JsNode) nodes.list().get(1)).process(), ((JsNode) nodes.list().get(2)).process());
    frozen.forEach(LineProcess::freeze);
    CompletableFuture<Void> longEnough =
        CompletableFuture.runAsync(
            () -> {}, CompletableFuture.delayedExecutor(15, TimeUnit.SECONDS));
    emit(places.get(0));
    awaitLast(places.get(0), history.last("n0"));
    await(departures, 2);
    assertThat(nodes.list().get(0).serverCount()).isEqualTo(1);
    longEnough.join();
    frozen.forEach(LineProcess::resume);
    await(arrivals, 2);
    settle(places);
  }
}
