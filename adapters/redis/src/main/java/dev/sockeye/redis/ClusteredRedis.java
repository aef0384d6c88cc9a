// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import io.lettuce.core.cluster.pubsub.StatefulRedisClusterPubSubConnection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A Redis Cluster. Pub/Sub goes over one of its masters, which tells the others; sharded Pub/Sub
 * over the master that has the slot of the channel; commands over the one that has the slot of the
 * key.
 */
record ClusteredRedis(RedisClusterClient client) implements Redis {
  @Override
  public RedisConnections connect(RedisConnections.Events events) {
    client.refreshPartitions(); // a node that is known to have failed is not chosen
    StatefulRedisClusterConnection<String, byte[]> commands = client.connect(CODEC);
    try {
      StatefulRedisConnection<String, byte[]> publisher = ClusterNodes.one(commands);
      StatefulRedisClusterPubSubConnection<String, byte[]> subscribed = client.connectPubSub(CODEC);
      Subscriber.watch(publisher, events);
      return new Connections(commands, publisher, subscribed, events, new ConcurrentHashMap<>());
    } catch (RuntimeException e) {
      Closing.unattended(commands.closeAsync());
      throw e;
    }
  }

  @Override
  public Reader connectReader() {
    StatefulRedisClusterConnection<String, byte[]> connection = client.connect(CODEC);
    return new Reader(connection, connection.async());
  }

  /**
   * The connections.
   *
   * @param publisher the connection to the master that is published on
   * @param subscribers those that have subscriptions, by the id of the master
   */
  private record Connections(
      StatefulRedisClusterConnection<String, byte[]> connection,
      StatefulRedisConnection<String, byte[]> publisher,
      StatefulRedisClusterPubSubConnection<String, byte[]> subscribed,
      Events events,
      Map<String, CompletableFuture<Subscriber>> subscribers)
      implements RedisConnections {
    private CompletableFuture<Subscriber> subscriber(Topic topic) {
      RedisClusterNode node =
          topic.kind() == Topic.Kind.SHARD
              ? ClusterNodes.owner(connection.getPartitions(), topic.name())
              : ClusterNodes.master(connection.getPartitions());
      return subscribers.computeIfAbsent(
          node.getNodeId(),
          id ->
              subscribed
                  .getConnectionAsync(id)
                  .thenApply(connected -> Subscriber.on(connected, events)));
    }

    @Override
    public CompletionStage<?> subscribe(Topic topic) {
      return subscriber(topic).thenCompose(subscriber -> subscriber.subscribe(topic));
    }

    @Override
    public CompletionStage<?> unsubscribe(Topic topic) {
      return subscriber(topic).thenCompose(subscriber -> subscriber.unsubscribe(topic));
    }

    @Override
    public RedisFuture<Long> publish(Topic topic, byte[] message) {
      return topic.kind() == Topic.Kind.SHARD
          ? connection.async().spublish(topic.name(), message)
          : publisher.async().publish(topic.name(), message);
    }

    @Override
    public CompletionStage<Integer> subscribers(Topic channel) {
      if (channel.kind() == Topic.Kind.SHARD) {
        RedisClusterNode owner = ClusterNodes.owner(connection.getPartitions(), channel.name());
        return count(owner, channel);
      }
      // Each server of the cluster knows of its own connections only.
      List<CompletableFuture<Integer>> counts =
          connection.getPartitions().stream()
              .map(node -> count(node, channel).exceptionally(unreachable -> 0))
              .toList();
      return CompletableFuture.allOf(counts.toArray(CompletableFuture<?>[]::new))
          .thenApply(done -> counts.stream().mapToInt(CompletableFuture::join).sum());
    }

    private CompletableFuture<Integer> count(RedisClusterNode node, Topic channel) {
      return connection
          .getConnectionAsync(node.getNodeId())
          .thenCompose(open -> Subscribers.count(open.async(), channel));
    }

    @Override
    public CompletionStage<?> ping() {
      List<CompletableFuture<?>> pings =
          subscribers.values().stream()
              .<CompletableFuture<?>>map(subscriber -> subscriber.thenCompose(Subscriber::ping))
              .toList();
      return CompletableFuture.allOf(pings.toArray(CompletableFuture<?>[]::new))
          .thenCompose(done -> publisher.async().ping());
    }

    @Override
    public RedisClusterAsyncCommands<String, byte[]> commands() {
      return connection.async();
    }

    @Override
    public void close() {
      Closing.unattended(connection.closeAsync());
      Closing.unattended(subscribed.closeAsync());
    }
  }
}
