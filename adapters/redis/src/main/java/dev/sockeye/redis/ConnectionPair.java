// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

import io.lettuce.core.api.StatefulConnection;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Two connections to Redis from their beginning to their end. */
final class ConnectionPair implements RedisConnections.Events {
  private final Owner owner;

  /** Null until both are open. Written by the thread that opens them. */
  private volatile @Nullable RedisConnections connections;

  private ConnectionPair(Owner owner) {
    this.owner = owner;
  }

  /** Who uses them. */
  interface Owner {
    /** Something was published on a channel that a topic covers. */
    void onMessage(Topic topic, String channel, byte[] message);

    /** A connection is lost; Lettuce tries to get it back. */
    void onDisconnected(ConnectionPair pair);

    /** A connection that was lost is back. */
    void onReconnected(ConnectionPair pair);
  }

  /** Opens them; blocks. */
  static ConnectionPair open(Redis redis, Owner owner) {
    ConnectionPair pair = new ConnectionPair(owner);
    pair.connections = redis.connect(pair);
    return pair;
  }

  RedisConnections connections() {
    RedisConnections open = connections;
    if (open == null) {
      throw new IllegalStateException("not connected yet");
    }
    return open;
  }

  CompletionStage<Void> subscribe(Collection<Topic> topics) {
    return all(topics.stream().map(connections()::subscribe).toList());
  }

  CompletionStage<Void> unsubscribe(Collection<Topic> topics) {
    return all(topics.stream().map(connections()::unsubscribe).toList());
  }

  /** Fails if one of them doesn't answer, or Redis has forgotten a subscription. */
  CompletionStage<Void> verify(Collection<Topic> own) {
    return connections()
        .ping()
        .toCompletableFuture()
        .thenCompose(done -> all(own.stream().map(this::verify).toList()));
  }

  private CompletionStage<Void> verify(Topic own) {
    return connections()
        .subscribers(own)
        .thenAccept(
            subscribers -> {
              if (subscribers < 1) {
                throw new IllegalStateException(
                    "Redis has forgotten the subscription to " + own.name());
              }
            });
  }

  private static CompletableFuture<Void> all(Collection<? extends CompletionStage<?>> stages) {
    return CompletableFuture.allOf(
        stages.stream()
            .map(CompletionStage::toCompletableFuture)
            .toArray(CompletableFuture<?>[]::new));
  }

  void close() {
    connections().close();
  }

  @Override
  public void onMessage(Topic topic, String channel, byte[] message) {
    owner.onMessage(topic, channel, message);
  }

  @Override
  public void onDisconnected(StatefulConnection<?, ?> connection) {
    owner.onDisconnected(this);
  }

  @Override
  public void onReconnected(StatefulConnection<?, ?> connection) {
    owner.onReconnected(this);
  }
}
