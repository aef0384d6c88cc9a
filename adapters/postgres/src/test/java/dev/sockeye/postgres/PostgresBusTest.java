// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sockeye.socketio.adapter.spi.ClusterMessageCodec;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class PostgresBusTest {
  private final Database database = Database.create();

  @Test
  void whatOneNodeSendsComesInItsOrderWhicheverWayItTravels() throws Exception {
    try (TestNode a = TestNode.start(database);
        TestNode b = TestNode.start(database)) {
      a.publish(a.event("1"));
      a.publish(a.event("2", new byte[3]));
      a.publish(a.event("3"));
      a.publish(a.event("4", "x".repeat(8000)));
      a.publish(a.event("5"));

      assertThat(List.of(b.next(), b.next(), b.next(), b.next().substring(0, 3), b.next()))
          .containsExactly("/ 1", "/ 2 {\"_placeholder\":true,\"num\":0} +3", "/ 3", "/ 4", "/ 5");
    }
  }

  @Test
  void namespacesOfOneServerShareTwoConnections() throws Exception {
    PostgresBuses buses =
        new PostgresBuses(
            database.dataSource(), PostgresOptions.defaults(), ClusterMessageCodec.create());
    try (TestNode root = TestNode.start(buses, "/");
        TestNode chat = TestNode.start(buses, "/chat")) {
      root.emit("ready");
      chat.emit("ready");

      assertThat(database.connections()).isEqualTo(2);
    }
  }

  @Test
  void namespacesDoNotHearEachOther() throws Exception {
    try (TestNode a = TestNode.start(database);
        TestNode chat = TestNode.start(database, PostgresOptions.builder(), "/chat");
        TestNode b = TestNode.start(database)) {
      chat.emit("for chat");
      a.emit("for all");

      assertThat(b.next()).isEqualTo("/ for all");
    }
  }

  @Test
  void anyNameOfANamespaceIsQuoted() throws Exception {
    String odd = "/a\"; DROP TABLE x; --'\\üé";
    try (TestNode a = TestNode.start(database, PostgresOptions.builder(), odd);
        TestNode b = TestNode.start(database, PostgresOptions.builder(), odd)) {
      a.emit("hi");

      assertThat(b.next()).isEqualTo(odd + " hi");
    }
  }

  @Test
  void aNameThatPostgresWouldCutIsRefused() {
    PostgresBuses buses =
        new PostgresBuses(
            database.dataSource(), PostgresOptions.defaults(), ClusterMessageCodec.create());

    assertThatThrownBy(() -> buses.create("/" + "n".repeat(53), "uid"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("which has 64 bytes; PostgreSQL allows 63");
  }

  @Test
  void theTableMayBeInASchemaAndHaveAnyName() throws Exception {
    database.execute("CREATE SCHEMA app");
    PostgresOptions.Builder options =
        PostgresOptions.builder().tableName("app.\"My \"\"events\"\"\"");
    try (TestNode a = TestNode.start(database, options, "/");
        TestNode b = TestNode.start(database, options, "/")) {
      a.emit("large", "x".repeat(9000));

      assertThat(b.next()).hasSizeGreaterThan(9000);
    }
  }

  @Test
  void whatIsNoNameOfATableIsRefused() {
    assertThatThrownBy(() -> PostgresOptions.builder().tableName("x; DROP TABLE y"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aTableOfTheApplicationIsUsedAsItIs() throws Exception {
    database.execute(
        "CREATE TABLE mine (id bigserial UNIQUE, created_at timestamptz DEFAULT NOW(), payload bytea)");
    PostgresOptions.Builder options =
        PostgresOptions.builder().tableName("mine").createTable(false);
    try (TestNode a = TestNode.start(database, options, "/");
        TestNode b = TestNode.start(database, options, "/")) {
      a.emit("bin", new byte[2]);

      assertThat(b.next()).endsWith("+2");
    }
  }

  @Test
  void rowsAreDeletedInTime() throws Exception {
    try (TestNode a =
        TestNode.start(
            database, PostgresOptions.builder().cleanupInterval(Duration.ofMillis(50)), "/")) {
      a.emit("large", "x".repeat(9000));

      Database.await(() -> database.execute("SELECT id FROM socket_io_attachments").isEmpty());

      assertThat(database.execute("SELECT last_value FROM socket_io_attachments_id_seq"))
          .containsExactly("1");
    }
  }

  @Test
  void aRowOverTheLimitIsLeftAlone() throws Exception {
    try (TestNode a = TestNode.start(database);
        TestNode b =
            TestNode.start(database, PostgresOptions.builder().maxAttachmentBytes(10_000), "/")) {
      a.emit("large", "x".repeat(10_000));

      assertThat(b.next()).contains("row 1 of", "over the limit of 10000 bytes");
    }
  }

  @Test
  void whatWaitsIsBounded() throws Exception {
    try (TestNode a =
        TestNode.start(database, PostgresOptions.builder().maxPendingBytes(1000), "/")) {
      assertThatThrownBy(() -> a.emit("x".repeat(1000)))
          .isInstanceOf(CompletionException.class)
          .hasMessageContaining("see maxPendingBytes");
    }
  }

  @Test
  void theEndComesAfterWhatWasPublished() throws Exception {
    try (TestNode b = TestNode.start(database)) {
      TestNode a = TestNode.start(database);
      a.publish(a.event("last words"));
      a.close();

      assertThat(b.next()).isEqualTo("/ last words");
    }
  }

  @Test
  void nothingIsLeftAfterTheEnd() throws Exception {
    TestNode node = TestNode.start(database);
    node.emit("the publisher is connected, too");
    node.close();

    database.awaitConnections(0);

    assertThat(database.connections()).isZero();
  }
}
