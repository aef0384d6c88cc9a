// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.socketio.adapter.AdapterFactory;
import dev.sockeye.socketio.adapter.ClusterOptions;
import dev.sockeye.testkit.History;
import dev.sockeye.testkit.PostgresServer;
import dev.sockeye.testkit.Relay;
import dev.sockeye.testkit.WatchedNode;
import java.io.IOException;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What the clients of two nodes get while things go wrong: never anything twice or out of order,
 * and all of their own node.
 */
class FaultHistoryTest {
  private final PostgresServer server = PostgresServer.shared();
  private final Database database = Database.create();
  private final Relay relay = Relay.to(database.port());
  private final History history = new History();

  /** The node with the good network. */
  private final WatchedNode one = node("one", database.dataSource());

  /** The node whose network goes wrong. */
  private final WatchedNode two = node("two", database.dataSource(relay.port()));

  @AfterEach
  void stop() {
    one.close();
    two.close();
    relay.close();
  }

  private WatchedNode node(String name, DataSource source) {
    ClusterOptions options = ClusterOptions.defaults();
    return new WatchedNode(name, history, options, watched -> quick(source, watched));
  }

  private static AdapterFactory quick(DataSource source, ClusterOptions options) {
    PostgresOptions quick =
        PostgresOptions.builder()
            .databaseTimeout(Duration.ofSeconds(1))
            .reconnectionDelay(Duration.ofMillis(20))
            .reconnectionDelayMax(Duration.ofMillis(100))
            .build();
    return PostgresAdapter.of(source, quick, options);
  }

  private void emit(int count) {
    one.emit(count);
    two.emit(count);
  }

  /** Both nodes hear each other, sooner or later; nothing has come twice or too late. */
  private void settle() {
    one.awaitHearing(two);
    two.awaitHearing(one);
    one.awaitLastOf(one);
    two.awaitLastOf(two);
    assertThat(history.duplicates()).isEmpty();
    assertThat(history.disorder()).isEmpty();
    assertThat(history.strays()).isZero();
    assertThat(history.missing("one", "one")).isEmpty();
    assertThat(history.missing("two", "two")).isEmpty();
  }

  @Test
  void aServerThatWasStartedAgainIsFoundAgain() throws IOException {
    emit(10);
    settle();
    server.stop();
    try {
      one.awaitLost();
      two.awaitLost();
      emit(10);
    } finally {
      server.start();
    }
    one.awaitRestored();
    two.awaitRestored();
    emit(10);
    settle();
  }

  @Test
  void aServerThatSaysNothingIsNotWaitedFor() {
    emit(10);
    settle();
    server.freeze();
    try {
      emit(10);
      one.awaitLastOf(one);
      one.awaitLost();
      two.awaitLost();
    } finally {
      server.resume();
    }
    one.awaitRestored();
    two.awaitRestored();
    emit(10);
    settle();
  }

  @Test
  void aConnectionThatIsHalfOpenIsReplaced() {
    emit(10);
    settle();
    relay.forget();
    emit(10);
    two.awaitLost();
    emit(10);
    two.awaitRestored();
    emit(10);
    settle();
  }

  @Test
  void aConnectionThatIsCutIsReplaced() {
    emit(10);
    settle();
    relay.cut();
    emit(10);
    two.awaitLost();
    emit(10);
    two.awaitRestored();
    emit(10);
    settle();
  }

  @Test
  void aSlowNetworkLosesNothing() {
    relay.slow(Duration.ofMillis(10));
    emit(20);
    settle();
    assertThat(history.missing("one", "two")).isEmpty();
    assertThat(history.missing("two", "one")).isEmpty();
  }
}
