// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

import dev.sockeye.socketio.adapter.Adapter;
import dev.sockeye.socketio.adapter.AdapterFactory;
import dev.sockeye.socketio.adapter.ClusterAdapter;
import dev.sockeye.socketio.adapter.ClusterOptions;
import dev.sockeye.socketio.adapter.LocalNamespace;
import dev.sockeye.socketio.adapter.spi.BusFactory;
import dev.sockeye.socketio.adapter.spi.ClusterMessageCodec;
import java.time.Duration;
import java.util.Objects;

/**
 * The sharded adapter, made by {@link RedisAdapter#shardedPubSub}. Each option returns a new one;
 * each is for one server.
 *
 * <p>At most once, as {@link PubSubAdapter}. One sender's messages on one channel keep their order;
 * between rooms with channels of their own a Redis Cluster keeps none.
 *
 * <p>Implements "Redis adapter", with sharded Pub/Sub, of the Socket.IO documentation.
 */
public final class ShardedPubSubAdapter implements AdapterFactory {
  private final Redis redis;
  private final LinkOptions link;
  private final ClusterOptions cluster;
  private final String channelPrefix;
  private final SubscriptionMode mode;
  private final RedisLink connections;

  ShardedPubSubAdapter(Redis redis) {
    this(
        redis,
        LinkOptions.DEFAULTS,
        ClusterOptions.defaults(),
        "socket.io",
        SubscriptionMode.DYNAMIC);
  }

  private ShardedPubSubAdapter(
      Redis redis,
      LinkOptions link,
      ClusterOptions cluster,
      String channelPrefix,
      SubscriptionMode mode) {
    this.redis = Objects.requireNonNull(redis, "client");
    this.link = link;
    this.cluster = Objects.requireNonNull(cluster, "options");
    this.channelPrefix = Objects.requireNonNull(channelPrefix, "prefix");
    this.mode = Objects.requireNonNull(mode, "mode");
    this.connections = new RedisLink(redis, link);
  }

  /** What the names of all channels begin with; the same on all nodes. Default socket.io. */
  public ShardedPubSubAdapter channelPrefix(String prefix) {
    return new ShardedPubSubAdapter(redis, link, cluster, prefix, mode);
  }

  /** Which rooms have a channel of their own. Default {@link SubscriptionMode#DYNAMIC}. */
  public ShardedPubSubAdapter subscriptionMode(SubscriptionMode mode) {
    return new ShardedPubSubAdapter(redis, link, cluster, channelPrefix, mode);
  }

  /** How nodes wait for each other. */
  public ShardedPubSubAdapter cluster(ClusterOptions options) {
    return new ShardedPubSubAdapter(redis, link, options, channelPrefix, mode);
  }

  /** How long Redis may take to answer before its connection is replaced. Default 5 seconds. */
  public ShardedPubSubAdapter commandTimeout(Duration timeout) {
    return link(link.commandTimeout(timeout));
  }

  /** How often connections and subscriptions are checked. Default 5 seconds. */
  public ShardedPubSubAdapter checkInterval(Duration interval) {
    return link(link.checkInterval(interval));
  }

  /** How long after a failure to connect it is tried again. Default 1 second. */
  public ShardedPubSubAdapter retryDelay(Duration delay) {
    return link(link.retryDelay(delay));
  }

  /**
   * How many bytes may wait for Redis; what is more other nodes don't get. Default 16 MiB for all
   * namespaces together.
   */
  public ShardedPubSubAdapter maxQueuedBytes(long bytes) {
    return link(link.maxQueuedBytes(bytes));
  }

  private ShardedPubSubAdapter link(LinkOptions options) {
    return new ShardedPubSubAdapter(redis, options, cluster, channelPrefix, mode);
  }

  @Override
  public Adapter create(LocalNamespace namespace) {
    return new ClusterAdapter(namespace, buses(), cluster);
  }

  /** What carries the messages of each namespace. */
  BusFactory buses() {
    ClusterMessageCodec codec = ClusterMessageCodec.of(cluster.json());
    return (name, uid) -> new ShardedBus(connections, codec, channelPrefix, mode, name, uid);
  }
}
