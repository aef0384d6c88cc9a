// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

import dev.sockeye.socketio.adapter.Emitter;
import dev.sockeye.socketio.adapter.spi.ClusterMessage;
import dev.sockeye.socketio.adapter.spi.ClusterMessageCodec;
import dev.sockeye.socketio.adapter.spi.Envelope;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.util.concurrent.CompletionStage;

/**
 * Speaks to the sockets of a cluster from a process without a server, on the wire as npm {@code
 * @socket.io/redis-emitter} 5: to nodes with {@link RedisAdapter#pubSub}, or with the classic
 * adapter of Node.js. Nodes with the sharded adapter don't hear it.
 *
 * <pre>{@code
 * try (RedisEmitter emitter = RedisEmitter.connect(client)) {
 *   emitter.all().to("news").emit("headline", "…");
 *   emitter.of("/admin").serverSideEmit("reload");
 * }
 * }</pre>
 *
 * <p>Has a connection of its own from {@link #connect} to {@link #close}; the client stays the
 * application's. Safe for use from any thread; what one thread says arrives in its order.
 *
 * <p>Implements "Redis emitter" of the Socket.IO documentation.
 */
public final class RedisEmitter implements AutoCloseable {
  private static final String DEFAULT_KEY = "socket.io";

  private final StatefulConnection<String, byte[]> connection;
  private final RedisClusterAsyncCommands<String, byte[]> commands;
  private final ClassicWriter writer = new ClassicWriter(ClusterMessageCodec.create());
  private final String key;

  private RedisEmitter(
      StatefulConnection<String, byte[]> connection,
      RedisClusterAsyncCommands<String, byte[]> commands,
      String key) {
    this.connection = connection;
    this.commands = commands;
    this.key = key;
  }

  /**
   * Connects to one Redis server, or to what Sentinels name as such; blocks until that is done.
   *
   * @throws io.lettuce.core.RedisConnectionException if it can't be reached
   */
  public static RedisEmitter connect(RedisClient client) {
    return connect(client, DEFAULT_KEY);
  }

  /** As {@link #connect(RedisClient)}, for nodes with another {@link PubSubAdapter#key}. */
  public static RedisEmitter connect(RedisClient client, String key) {
    var connection = client.connect(Redis.CODEC);
    return new RedisEmitter(connection, connection.async(), key);
  }

  /** As {@link #connect(RedisClient)}, for a Redis Cluster. */
  public static RedisEmitter connect(RedisClusterClient client) {
    return connect(client, DEFAULT_KEY);
  }

  /** As {@link #connect(RedisClusterClient)}, for nodes with another {@link PubSubAdapter#key}. */
  public static RedisEmitter connect(RedisClusterClient client, String key) {
    StatefulRedisClusterConnection<String, byte[]> connection = client.connect(Redis.CODEC);
    return new RedisEmitter(connection, ClusterNodes.one(connection).async(), key);
  }

  /** All sockets of the main namespace. */
  public Emitter all() {
    return Emitter.over(this::send);
  }

  /** All sockets of a namespace. */
  public Emitter of(String namespace) {
    return all().of(namespace);
  }

  private CompletionStage<Void> send(Envelope envelope) {
    String namespace = envelope.namespace();
    if (envelope.message() instanceof ClusterMessage.Broadcast broadcast) {
      String events = ClassicProtocol.eventChannel(key, namespace);
      String channel = broadcast.singleRoom().map(room -> events + room + "#").orElse(events);
      return publish(
          channel, writer.event(Envelope.EMITTER, broadcast.packet(), broadcast.options()));
    }
    byte[] request =
        envelope.message() instanceof ClusterMessage.ServerSideEmit
            ? writer.request(Envelope.EMITTER, envelope.message())
            : writer.anonymousRequest(envelope.message());
    return publish(ClassicProtocol.requestChannel(key, namespace), request);
  }

  private CompletionStage<Void> publish(String channel, byte[] message) {
    return commands.publish(channel, message).thenAccept(receivers -> {});
  }

  /** Ends the connection; what was said before is said. */
  @Override
  public void close() {
    connection.close();
  }
}
