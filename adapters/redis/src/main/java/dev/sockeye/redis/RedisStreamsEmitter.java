// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

import dev.sockeye.socketio.adapter.Emitter;
import dev.sockeye.socketio.adapter.spi.ClusterMessageCodec;
import dev.sockeye.socketio.adapter.spi.Envelope;
import io.lettuce.core.RedisClient;
import io.lettuce.core.XAddArgs;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.util.Objects;
import java.util.concurrent.CompletionStage;

/**
 * Speaks to the sockets of a cluster over streams from a process without a server, on the wire as
 * npm {@code @socket.io/redis-streams-emitter}: to nodes with {@link RedisAdapter#streams}, or with
 * the streams adapter of Node.js. What it says is kept as what a server says, for clients that lose
 * their connection.
 *
 * <p>Has a connection of its own from {@link #connect} to {@link #close}; the client stays the
 * application's. Safe for use from any thread; what one thread says arrives in its order.
 *
 * <p>Implements "Redis Streams emitter" of the Socket.IO documentation.
 */
public final class RedisStreamsEmitter implements AutoCloseable {
  private final StatefulConnection<String, byte[]> connection;
  private final RedisClusterAsyncCommands<String, byte[]> commands;
  private final ClusterMessageCodec codec;
  private final StreamsSettings settings;

  private RedisStreamsEmitter(
      StatefulConnection<String, byte[]> connection,
      RedisClusterAsyncCommands<String, byte[]> commands,
      StreamsSettings settings) {
    this.connection = connection;
    this.commands = commands;
    this.codec = ClusterMessageCodec.create();
    this.settings = settings;
  }

  /**
   * Connects to one Redis server, or to what Sentinels name as such; blocks until that is done.
   *
   * @throws io.lettuce.core.RedisConnectionException if it can't be reached
   */
  public static RedisStreamsEmitter connect(RedisClient client) {
    var connection = client.connect(Redis.CODEC);
    return new RedisStreamsEmitter(connection, connection.async(), StreamsSettings.DEFAULTS);
  }

  /** As {@link #connect(RedisClient)}, for a Redis Cluster. */
  public static RedisStreamsEmitter connect(RedisClusterClient client) {
    var connection = client.connect(Redis.CODEC);
    return new RedisStreamsEmitter(connection, connection.async(), StreamsSettings.DEFAULTS);
  }

  /**
   * The same over the same connection, for nodes with other streams than {@code socket.io} alone.
   *
   * @param streamName as their {@link StreamsAdapter#streamName}
   * @param streamCount as their {@link StreamsAdapter#streamCount}
   * @param maxLen about how many entries a stream keeps, as their {@link StreamsAdapter#maxLen}
   */
  public RedisStreamsEmitter streams(String streamName, int streamCount, int maxLen) {
    Objects.requireNonNull(streamName, "streamName");
    return new RedisStreamsEmitter(
        connection,
        commands,
        settings.with(
            draft -> {
              draft.streamName = streamName;
              draft.streamCount = streamCount;
              draft.maxLen = maxLen;
            }));
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
    XAddArgs args = new XAddArgs().maxlen(settings.maxLen()).approximateTrimming();
    String stream = settings.streamOf(envelope.namespace());
    return commands
        .xadd(stream, args, StreamEntry.fields(envelope, codec, settings.onlyPlaintext()))
        .thenAccept(id -> {});
  }

  /** Ends the connection; what was said before is said. */
  @Override
  public void close() {
    connection.close();
  }
}
