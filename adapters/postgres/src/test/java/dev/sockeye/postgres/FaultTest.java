// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sockeye.socketio.adapter.spi.ClusterMessageCodec;
import dev.sockeye.testkit.PostgresServer;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** What a node lives through with its database. */
class FaultTest {
  private final PostgresServer server = PostgresServer.shared();
  private final Database database = Database.create();

  private static PostgresOptions.Builder quick() {
    return PostgresOptions.builder()
        .databaseTimeout(Duration.ofSeconds(1))
        .reconnectionDelay(Duration.ofMillis(20))
        .reconnectionDelayMax(Duration.ofMillis(100));
  }

  private TestNode node() {
    return TestNode.start(database, quick(), "/");
  }

  /** Emits again and again, since the other one may not listen yet, until it has heard it. */
  private static void awaitHearing(TestNode from, TestNode to) throws InterruptedException {
    while (!to.rest().contains("/ healed")) {
      try {
        from.emit("healed");
      } catch (CompletionException e) {
        assertThat(e).hasCauseInstanceOf(PostgresException.class);
      }
    }
  }

  @Test
  void aNodeWhoseConnectionsWereCutSaysSoAndHeals() throws Exception {
    try (TestNode a = node();
        TestNode b = node()) {
      database.cutConnections();

      assertThat(a.next()).isEqualTo("lost");
      assertThat(a.next()).isEqualTo("restored");
      assertThat(b.next()).isEqualTo("lost");
      assertThat(b.next()).isEqualTo("restored");
      awaitHearing(a, b);
      awaitHearing(b, a);
    }
  }

  @Test
  void whileTheServerIsAwayPublishingFailsInsteadOfWaiting() throws Exception {
    try (TestNode a = node()) {
      server.stop();
      try {
        assertThat(a.next()).isEqualTo("lost");
        assertThatThrownBy(() -> a.emit("x")).hasCauseInstanceOf(PostgresException.class);
      } finally {
        server.start();
      }
      assertThat(a.next()).isEqualTo("restored");
    }
  }

  @Test
  void aFrozenServerIsNoticedAndComesBack() throws Exception {
    try (TestNode a = node();
        TestNode b = node()) {
      a.emit("the publisher is connected, too");
      server.freeze();
      try {
        assertThat(a.next()).isEqualTo("lost");
        assertThatThrownBy(() -> a.emit("x")).hasCauseInstanceOf(PostgresException.class);
      } finally {
        server.resume();
      }
      assertThat(a.next()).isEqualTo("restored");
      awaitHearing(a, b);
      awaitHearing(b, a);
    }
  }

  @Test
  void aNodeMayStartBeforeItsDatabase() throws Exception {
    server.stop();
    PostgresBuses buses =
        new PostgresBuses(database.dataSource(), quick().build(), ClusterMessageCodec.create());
    TestNode a = TestNode.starting(buses, "/");

    server.start();

    a.awaitStart();
    a.emit("up");
    a.close();
  }

  @Test
  void garbageHarmsNobody() throws Exception {
    try (TestNode a = node();
        TestNode b = node()) {
      for (String garbage :
          new String[] {"", "{", "[1]", "{\"type\":99}", "{\"attachmentId\":{}}"}) {
        database.execute("SELECT pg_notify('socket.io#/', '" + garbage + "')");
        assertThat(b.next()).startsWith("garbage: ");
      }
      a.emit("still there");

      assertThat(b.next()).isEqualTo("/ still there");
    }
  }

  @Test
  void aRowThatIsGoneIsReportedAndTheNextMessageComes() throws Exception {
    try (TestNode a = node();
        TestNode b = node()) {
      database.execute(
          "SELECT pg_notify('socket.io#/', '{\"uid\":\"x\",\"type\":3,\"attachmentId\":\"77\"}')");

      assertThat(b.next()).startsWith("garbage: row 77 of socket_io_attachments is gone");
      a.emit("still there");
      assertThat(b.next()).isEqualTo("/ still there");
    }
  }

  @Test
  void aTableThatIsGoneStopsNoPlainMessage() throws Exception {
    try (TestNode a = node();
        TestNode b = node()) {
      database.execute("DROP TABLE socket_io_attachments");

      assertThatThrownBy(() -> a.emit("large", "x".repeat(9000)))
          .hasMessageContaining("socket_io_attachments");
      a.emit("small");

      assertThat(b.next()).isEqualTo("/ small");
    }
  }
}
