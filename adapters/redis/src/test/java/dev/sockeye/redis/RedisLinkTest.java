// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisFuture;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When connections that were lost count as restored; the test answers the link's questions. */
class RedisLinkTest {
  private static final LinkOptions PATIENT =
      LinkOptions.DEFAULTS.commandTimeout(Duration.ofHours(1)).checkInterval(Duration.ofHours(1));

  private final ScriptedRedis redis = new ScriptedRedis();
  private final RedisLink link = new RedisLink(redis, PATIENT);
  private final Node node = new Node();
  private final List<String> heard = new CopyOnWriteArrayList<>();

  private final class Node implements RedisLink.Member {
    @Override
    public Map<Topic, TopicListener> topics() {
      return Map.of(own(), (channel, message) -> {});
    }

    @Override
    public Topic own() {
      return Topic.channel("own");
    }

    @Override
    public void onLost(Throwable why) {
      heard.add("lost");
    }

    @Override
    public void onRestored() {
      heard.add("restored");
    }
  }

  /** Answers everything but pings. */
  private static final class ScriptedRedis implements Redis, RedisConnections {
    final BlockingQueue<CompletableFuture<Void>> pings = new LinkedBlockingQueue<>();

    /** Set before the first ping. */
    private volatile Events events;

    /** What a link asks when it wants to know whether its connections are well. */
    CompletableFuture<Void> nextPing() throws InterruptedException {
      return pings.poll(20, TimeUnit.SECONDS);
    }

    @Override
    public RedisConnections connect(Events events) {
      this.events = events;
      return this;
    }

    @Override
    public CompletionStage<?> ping() {
      CompletableFuture<Void> ping = new CompletableFuture<>();
      pings.add(ping);
      return ping;
    }

    @Override
    public CompletionStage<?> subscribe(Topic topic) {
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> unsubscribe(Topic topic) {
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Integer> subscribers(Topic channel) {
      return CompletableFuture.completedFuture(1);
    }

    @Override
    public RedisFuture<Long> publish(Topic topic, byte[] message) {
      throw new UnsupportedOperationException("nothing is published here");
    }

    @Override
    public RedisClusterAsyncCommands<String, byte[]> commands() {
      throw new UnsupportedOperationException("nothing is asked for here");
    }

    @Override
    public Reader connectReader() {
      throw new UnsupportedOperationException("nothing is read here");
    }

    @Override
    public void close() {}
  }

  private void join() throws InterruptedException {
    CompletableFuture<Void> joined = link.join(node).toCompletableFuture();
    redis.nextPing().complete(null);
    joined.orTimeout(20, TimeUnit.SECONDS).join();
  }

  @AfterEach
  void leave() {
    link.leave(node).toCompletableFuture().join();
  }

  @Test
  void aConnectionIsRestoredWhenItIsBackAndAnswers() throws InterruptedException {
    join();
    redis.events.onDisconnected(null);
    redis.events.onReconnected(null);
    assertThat(heard).containsExactly("lost");
    redis.nextPing().complete(null);
    assertThat(heard).containsExactly("lost", "restored");
  }

  @Test
  void anAnswerOfBeforeTheLossRestoresNothing() throws InterruptedException {
    join();
    redis.events.onReconnected(null);
    CompletableFuture<Void> before = redis.nextPing();
    redis.events.onDisconnected(null);
    before.complete(null);
    assertThat(heard).containsExactly("lost");
    redis.events.onReconnected(null);
    redis.nextPing().complete(null);
    assertThat(heard).containsExactly("lost", "restored");
  }

  @Test
  void soDoesOneOfBeforeAnotherLoss() throws InterruptedException {
    join();
    redis.events.onDisconnected(null);
    redis.events.onReconnected(null);
    CompletableFuture<Void> before = redis.nextPing();
    redis.events.onDisconnected(null);
    before.complete(null);
    assertThat(heard).containsExactly("lost");
  }
}
