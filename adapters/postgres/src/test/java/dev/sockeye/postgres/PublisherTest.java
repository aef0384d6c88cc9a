// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The first attempt to connect, which the test lets fail, and then those that succeed. */
class PublisherTest {
  private final Database database = Database.create();
  private final CompletableFuture<Void> begun = new CompletableFuture<>();
  private final CompletableFuture<Connection> first = new CompletableFuture<>();
  private final Publisher publisher = publisher(new FirstAttemptIsOurs());

  private final class FirstAttemptIsOurs extends PGSimpleDataSource {
    private static final long serialVersionUID = 1;

    @Override
    public Connection getConnection() throws SQLException {
      if (begun.complete(null)) {
        try {
          return first.join();
        } catch (RuntimeException e) {
          throw new SQLException("the first attempt failed", e);
        }
      }
      return database.dataSource().getConnection();
    }
  }

  private static Publisher publisher(PGSimpleDataSource source) {
    PostgresOptions options =
        PostgresOptions.builder()
            .reconnectionDelay(Duration.ofHours(1))
            .reconnectionDelayMax(Duration.ofHours(1))
            .build();
    Connections connections = new Connections(source, Duration.ofSeconds(20));
    return new Publisher(connections, new Statements("unused"), options, Runnable::run);
  }

  private static <T> T await(CompletableFuture<T> future) {
    return future.orTimeout(20, TimeUnit.SECONDS).join();
  }

  @AfterEach
  void close() {
    await(publisher.close().toCompletableFuture());
  }

  @Test
  void anAttemptThatFailsWhenTheDatabaseIsBackIsRepeatedAtOnceAndLosesNothing() {
    publisher.start();
    await(begun);
    publisher.retry();
    Published published = new Published();
    publisher.publish(new Publication.Plain("channel", "message"), published);
    first.completeExceptionally(new SQLException("the database system is starting up"));
    assertThat(published.stage().toCompletableFuture()).succeedsWithin(Duration.ofSeconds(20));
  }
}
