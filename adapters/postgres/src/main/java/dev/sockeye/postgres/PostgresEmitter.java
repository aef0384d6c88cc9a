// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.postgres;

import dev.sockeye.socketio.adapter.Emitter;
import dev.sockeye.socketio.adapter.spi.ClusterMessageCodec;
import dev.sockeye.socketio.adapter.spi.Envelope;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import javax.sql.DataSource;

/**
 * Speaks to the sockets of a cluster over PostgreSQL from a process without a server: to nodes with
 * {@link PostgresAdapter}, or with that of Node.js.
 *
 * <p>Holds one connection of the {@link DataSource} and one thread from {@link #open} to {@link
 * #close}. Safe for use from any thread; what one thread says arrives in its order. It writes the
 * namespace into each message, without which current nodes of Node.js ignore it, as they ignore
 * npm's own {@code @socket.io/postgres-emitter} 0.1.
 *
 * <p>Implements "Postgres emitter" of the Socket.IO documentation.
 */
public final class PostgresEmitter implements AutoCloseable {
  private final Publisher publisher;
  private final Publications publications;
  private final String channelPrefix;

  private PostgresEmitter(DataSource source, PostgresOptions options, ClusterMessageCodec codec) {
    this.publisher =
        new Publisher(
            new Connections(source, options.databaseTimeout()),
            new Statements(options.tableName()),
            options,
            Runnable::run);
    this.publications = Publications.of(codec, options);
    this.channelPrefix = options.channelPrefix();
    publisher.start();
  }

  /**
   * Begins to connect; what is said meanwhile waits.
   *
   * @param source not closed here
   */
  public static PostgresEmitter open(DataSource source) {
    return open(source, PostgresOptions.defaults());
  }

  /** As {@link #open(DataSource)}, with the names and the limits of the cluster's nodes. */
  public static PostgresEmitter open(DataSource source, PostgresOptions options) {
    return open(source, options, ClusterMessageCodec.create());
  }

  /** As {@link #open(DataSource, PostgresOptions)}, on a given JSON library. */
  public static PostgresEmitter open(
      DataSource source, PostgresOptions options, ClusterMessageCodec codec) {
    return new PostgresEmitter(Objects.requireNonNull(source, "source"), options, codec);
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
    String channel = Channel.of(channelPrefix, envelope.namespace());
    Published published = new Published();
    publisher.publish(publications.of(channel, envelope), published);
    return published.stage();
  }

  /** Says what is still to be said, then ends; doesn't wait for that. */
  @Override
  public void close() {
    publisher.close();
  }
}
