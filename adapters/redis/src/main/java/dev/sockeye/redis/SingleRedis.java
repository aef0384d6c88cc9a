// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** One Redis server, or the one that Sentinels name. */
record SingleRedis(RedisClient client) implements Redis {
  @Override
  public RedisConnections connect(RedisConnections.Events events) {
    StatefulRedisConnection<String, byte[]> commands = client.connect(CODEC);
    try {
      Subscriber subscriber = Subscriber.on(client.connectPubSub(CODEC), events);
      Subscriber.watch(commands, events);
      return new Connections(commands, subscriber);
    } catch (RuntimeException e) {
      Closing.unattended(commands.closeAsync());
      throw e;
    }
  }

  @Override
  public Reader connectReader() {
    StatefulRedisConnection<String, byte[]> connection = client.connect(CODEC);
    return new Reader(connection, connection.async());
  }

  private record Connections(
      StatefulRedisConnection<String, byte[]> connection, Subscriber subscriber)
      implements RedisConnections {
    @Override
    public CompletionStage<?> subscribe(Topic topic) {
      return subscriber.subscribe(topic);
    }

    @Override
    public CompletionStage<?> unsubscribe(Topic topic) {
      return subscriber.unsubscribe(topic);
    }

    @Override
    public RedisFuture<Long> publish(Topic topic, byte[] message) {
      RedisAsyncCommands<String, byte[]> commands = connection.async();
      return topic.kind() == Topic.Kind.SHARD
          ? commands.spublish(topic.name(), message)
          : commands.publish(topic.name(), message);
    }

    @Override
    public CompletionStage<Integer> subscribers(Topic channel) {
      return Subscribers.count(connection.async(), channel);
    }

    @Override
    public CompletionStage<?> ping() {
      return CompletableFuture.allOf(
          connection.async().ping().toCompletableFuture(), subscriber.ping().toCompletableFuture());
    }

    @Override
    public RedisClusterAsyncCommands<String, byte[]> commands() {
      return connection.async();
    }

    @Override
    public void close() {
      Closing.unattended(connection.closeAsync());
      subscriber.close();
    }
  }
}
