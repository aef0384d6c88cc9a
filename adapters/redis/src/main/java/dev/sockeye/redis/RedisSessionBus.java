// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

import dev.sockeye.engineio.spi.SessionBus;
import io.lettuce.core.RedisClient;
import io.lettuce.core.cluster.RedisClusterClient;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets the nodes of a cluster serve each other's sessions over Redis or Valkey, with those of
 * Node.js that have the {@code RedisEngine} of npm {@code @socket.io/cluster-engine} among them.
 *
 * <pre>{@code
 * RedisClient client = RedisClient.create("redis://localhost");
 * SocketIoServer io = SocketIoServer.builder()
 *     .clusterEngine(ClusterEngine.over(RedisSessionBus.over(client)))
 *     .build();
 * }</pre>
 *
 * <p>Each option returns a new one; each is for one server, which ends it. It opens two connections
 * of its own; which adapter the server has doesn't matter. The client stays the application's and
 * is closed after the server.
 *
 * <p>Nothing waits for Redis: while it can't be reached, each node serves its own sessions only,
 * and those that other nodes were serving end, for some of their messages may be lost.
 */
public final class RedisSessionBus implements SessionBus {
  private final Redis redis;
  private final LinkOptions options;
  private final String prefix;
  private final RedisLink link;

  /** One call of the listener at a time. */
  private final ReentrantLock lock = new ReentrantLock();

  /** Null before the start and after the end. Guarded by the lock. */
  private @Nullable Listener listener;

  /** Null before the start. Guarded by the lock. */
  private @Nullable Member member;

  private RedisSessionBus(Redis redis, LinkOptions options, String prefix) {
    this.redis = redis;
    this.options = options;
    this.prefix = Objects.requireNonNull(prefix, "prefix");
    this.link = new RedisLink(redis, options);
  }

  /** Over one Redis, or what Sentinels name as such. */
  public static RedisSessionBus over(RedisClient client) {
    return new RedisSessionBus(new SingleRedis(client), LinkOptions.DEFAULTS, "engine.io");
  }

  /** Over a Redis Cluster, all of whose nodes get everything. */
  public static RedisSessionBus over(RedisClusterClient client) {
    return new RedisSessionBus(new ClusteredRedis(client), LinkOptions.DEFAULTS, "engine.io");
  }

  /** What the names of the channels begin with; the same on all nodes. Default engine.io. */
  public RedisSessionBus channelPrefix(String prefix) {
    return new RedisSessionBus(redis, options, prefix);
  }

  /** How long Redis may take to answer before its connection is replaced. Default 5 seconds. */
  public RedisSessionBus commandTimeout(Duration timeout) {
    return new RedisSessionBus(redis, options.commandTimeout(timeout), prefix);
  }

  /** How often connections and subscriptions are checked. Default 5 seconds. */
  public RedisSessionBus checkInterval(Duration interval) {
    return new RedisSessionBus(redis, options.checkInterval(interval), prefix);
  }

  /** How long after a failure to connect it is tried again. Default 1 second. */
  public RedisSessionBus retryDelay(Duration delay) {
    return new RedisSessionBus(redis, options.retryDelay(delay), prefix);
  }

  /**
   * How many bytes may be on their way to Redis; what is more fails, and ends its session. Default
   * 16 MiB.
   */
  public RedisSessionBus maxQueuedBytes(long bytes) {
    return new RedisSessionBus(redis, options.maxQueuedBytes(bytes), prefix);
  }

  // --- for the engine

  @Override
  public CompletionStage<Void> start(String nodeId, Listener begun) {
    Member joining = new Member(channelOf(nodeId));
    lock.lock();
    try {
      if (member != null) {
        throw new IllegalStateException(
            "each server needs a RedisSessionBus of its own, and this one has been started");
      }
      member = joining;
      listener = begun;
    } finally {
      lock.unlock();
    }
    return link.join(joining);
  }

  @Override
  public CompletionStage<Void> publish(byte[] message) {
    return publish(all(), message);
  }

  @Override
  public CompletionStage<Void> send(String nodeId, byte[] message) {
    return publish(channelOf(nodeId), message);
  }

  private CompletionStage<Void> publish(Topic topic, byte[] message) {
    return link.outbox()
        .sendNow(
            topic.name().length() + message.length,
            connections -> connections.publish(topic, message))
        .thenAccept(receivers -> {});
  }

  @Override
  public CompletionStage<Void> close() {
    Member leaving;
    lock.lock();
    try {
      listener = null;
      leaving = member;
    } finally {
      lock.unlock();
    }
    return leaving == null ? CompletableFuture.completedFuture(null) : link.leave(leaving);
  }

  private Topic all() {
    return Topic.channel(prefix + "#");
  }

  private Topic channelOf(String nodeId) {
    return Topic.channel(prefix + "#" + nodeId + "#");
  }

  private void tell(Consumer<Listener> call) {
    lock.lock();
    try {
      if (listener != null) {
        call.accept(listener);
      }
    } finally {
      lock.unlock();
    }
  }

  /** What the connections are open for. */
  private final class Member implements RedisLink.Member {
    private final Topic own;

    Member(Topic own) {
      this.own = own;
    }

    @Override
    public Map<Topic, TopicListener> topics() {
      TopicListener hear = (channel, message) -> tell(to -> to.onMessage(message));
      return Map.of(all(), hear, own, hear);
    }

    @Override
    public Topic own() {
      return own;
    }

    @Override
    public void onLost(Throwable why) {
      tell(to -> to.onLost(why));
    }

    @Override
    public void onRestored() {
      // Sessions that end with the connection don't come back; new ones are served again.
    }
  }
}
