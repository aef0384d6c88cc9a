// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.postgres;

import dev.sockeye.socketio.adapter.spi.PublishCallback;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What all namespaces of a server share: the connection that listens, the one that publishes, and
 * the clean-up of the table. Open while there is a namespace.
 */
final class Link {
  private static final Logger LOG = LoggerFactory.getLogger(Link.class);

  private final Connections connections;
  private final Statements statements;
  private final PostgresOptions options;
  private final String alarm = "sockeye#" + UUID.randomUUID();
  private final Publisher publisher;
  private final Subscriber subscriber;
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(
          1,
          task -> {
            Thread thread = new Thread(task, "sockeye-postgres-timer");
            thread.setDaemon(true);
            return thread;
          });

  Link(DataSource source, PostgresOptions options) {
    this.options = options;
    this.connections = new Connections(source, options.databaseTimeout());
    this.statements = new Statements(options.tableName());
    this.publisher = new Publisher(connections, statements, options, timer);
    this.subscriber = new Subscriber(connections, statements, options, alarm, publisher);
  }

  void open() {
    publisher.start();
    subscriber.start();
    long interval = options.cleanupInterval().toMillis();
    Future<?> unused =
        timer.scheduleWithFixedDelay(this::cleanUp, interval, interval, TimeUnit.MILLISECONDS);
  }

  void publish(Publication publication, PublishCallback callback) {
    publisher.publish(publication, callback);
  }

  void add(String channel, ChannelListener listener) {
    subscriber.add(channel, listener);
    ring();
  }

  void remove(String channel) {
    subscriber.remove(channel);
    ring();
  }

  /** Makes the subscriber look at the channels; without it, it does so a little later. */
  private void ring() {
    publisher.publish(new Publication.Plain(alarm, ""));
  }

  private void cleanUp() {
    try (Connection connection = connections.open()) {
      statements.cleanUp(connection, options.cleanupInterval().toMillis());
    } catch (SQLException | RuntimeException e) {
      LOG.debug("{} was not cleaned up; the next time, or another node", options.tableName(), e);
    }
  }

  /** Publishes what waits, then ends. */
  CompletionStage<Void> close() {
    return publisher.close().thenCompose(published -> subscriber.close()).thenRun(timer::shutdown);
  }
}
