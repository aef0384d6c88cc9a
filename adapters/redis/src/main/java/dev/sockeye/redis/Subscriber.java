// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

import dev.sockeye.redis.RedisConnections.Events;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.pubsub.api.async.RedisPubSubAsyncCommands;
import java.net.SocketAddress;
import java.util.concurrent.CompletionStage;

/** A connection that is subscribed, and tells of it. */
final class Subscriber extends RedisPubSubAdapter<String, byte[]> {
  private final StatefulRedisPubSubConnection<String, byte[]> connection;
  private final Events events;

  private Subscriber(StatefulRedisPubSubConnection<String, byte[]> connection, Events events) {
    this.connection = connection;
    this.events = events;
  }

  /** Begins to tell of a connection. */
  static Subscriber on(StatefulRedisPubSubConnection<String, byte[]> connection, Events events) {
    Subscriber subscriber = new Subscriber(connection, events);
    connection.addListener(subscriber);
    watch(connection, events);
    return subscriber;
  }

  /** Begins to tell of the losses of a connection. */
  static void watch(StatefulConnection<String, byte[]> connection, Events events) {
    connection.addListener(
        new RedisConnectionStateListener() {
          @Override
          public void onRedisConnected(RedisChannelHandler<?, ?> handler, SocketAddress address) {
            events.onReconnected(connection);
          }

          @Override
          public void onRedisDisconnected(RedisChannelHandler<?, ?> handler) {
            events.onDisconnected(connection);
          }
        });
  }

  CompletionStage<?> subscribe(Topic topic) {
    RedisPubSubAsyncCommands<String, byte[]> commands = connection.async();
    return switch (topic.kind()) {
      case CHANNEL -> commands.subscribe(topic.name());
      case PATTERN -> commands.psubscribe(topic.name());
      case SHARD -> commands.ssubscribe(topic.name());
    };
  }

  CompletionStage<?> unsubscribe(Topic topic) {
    RedisPubSubAsyncCommands<String, byte[]> commands = connection.async();
    return switch (topic.kind()) {
      case CHANNEL -> commands.unsubscribe(topic.name());
      case PATTERN -> commands.punsubscribe(topic.name());
      case SHARD -> commands.sunsubscribe(topic.name());
    };
  }

  CompletionStage<?> ping() {
    return connection.async().ping();
  }

  void close() {
    Closing.unattended(connection.closeAsync());
  }

  @Override
  public void message(String channel, byte[] message) {
    events.onMessage(Topic.channel(channel), channel, message);
  }

  @Override
  public void message(String pattern, String channel, byte[] message) {
    events.onMessage(new Topic(Topic.Kind.PATTERN, pattern), channel, message);
  }

  @Override
  public void smessage(String channel, byte[] message) {
    events.onMessage(Topic.shard(channel), channel, message);
  }
}
