// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.cluster.RedisClusterClient;

/**
 * Adapters for servers that make one cluster over Redis or Valkey, with those of Node.js among
 * them.
 *
 * <pre>{@code
 * RedisClient client = RedisClient.create("redis://localhost");
 * SocketIoServer io = SocketIoServer.builder().adapter(RedisAdapter.pubSub(client)).build();
 * }</pre>
 *
 * <p>The client stays the application's: TLS, users, time-outs and Sentinels are its options, and
 * it is closed after the server. Each adapter is for one server: two servers of one process need
 * two. It opens two connections for all of the server's namespaces, the streams adapter one more
 * for each stream.
 *
 * <p>Implements "Adapter" of the Socket.IO documentation, for Redis.
 */
public final class RedisAdapter {
  private RedisAdapter() {}

  /**
   * Publish/Subscribe, as npm {@code @socket.io/redis-adapter} has it by {@code createAdapter}: for
   * any Redis, also with Sentinels.
   */
  public static PubSubAdapter pubSub(RedisClient client) {
    return new PubSubAdapter(new SingleRedis(client));
  }

  /** As {@link #pubSub(RedisClient)}, for a Redis Cluster, all of whose nodes get everything. */
  public static PubSubAdapter pubSub(RedisClusterClient client) {
    return new PubSubAdapter(new ClusteredRedis(client));
  }

  /**
   * Sharded Publish/Subscribe, as npm {@code @socket.io/redis-adapter} has it by {@code
   * createShardedAdapter}: for Redis 7 and later.
   */
  public static ShardedPubSubAdapter shardedPubSub(RedisClient client) {
    return new ShardedPubSubAdapter(new SingleRedis(client));
  }

  /** As {@link #shardedPubSub(RedisClient)}, for a Redis Cluster, which shares out the channels. */
  public static ShardedPubSubAdapter shardedPubSub(RedisClusterClient client) {
    return new ShardedPubSubAdapter(new ClusteredRedis(client));
  }

  /**
   * Streams, as npm {@code @socket.io/redis-streams-adapter} 0.3 has it: what is sent while a
   * connection to Redis is lost is read afterwards, and clients that lose theirs may come back to
   * any node. For Redis 6.2 and later.
   */
  public static StreamsAdapter streams(RedisClient client) {
    return new StreamsAdapter(new SingleRedis(client));
  }

  /** As {@link #streams(RedisClient)}, for a Redis Cluster. */
  public static StreamsAdapter streams(RedisClusterClient client) {
    return new StreamsAdapter(new ClusteredRedis(client));
  }
}
