// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a process without a server writes. */
class PostgresEmitterTest {
  private final Database database = Database.create();
  private PostgresEmitter emitter;
  private Listening listening;

  @BeforeEach
  void open() throws Exception {
    TestNode.start(database).close(); // makes the table
    listening = new Listening(database, "socket.io#/");
    emitter = PostgresEmitter.open(database.dataSource());
  }

  @AfterEach
  void close() throws Exception {
    emitter.close();
    listening.close();
  }

  @Test
  void anEventSaysItsNamespace() throws Exception {
    emitter.all().to("r1").except("r2").asVolatile().compress(false).emit("hi", 1);

    assertThat(listening.next())
        .isEqualTo(
            "{\"type\":3,\"data\":{\"packet\":{\"type\":2,\"data\":[\"hi\",1]},"
                + "\"opts\":{\"rooms\":[\"r1\"],\"except\":[\"r2\"],"
                + "\"flags\":{\"compress\":false,\"volatile\":true}}},"
                + "\"uid\":\"emitter\",\"nsp\":\"/\"}");
  }

  @Test
  void aLargeEventIsARow() throws Exception {
    emitter.all().emit("large", "x".repeat(8000));

    assertThat(listening.next())
        .isEqualTo("{\"uid\":\"emitter\",\"type\":3,\"attachmentId\":\"1\"}");
  }

  @Test
  void aNamespaceHasItsChannel() throws Exception {
    try (Listening chat = new Listening(database, "socket.io#/chat")) {
      emitter.of("chat").socketsJoin("r1");

      assertThat(chat.next())
          .isEqualTo(
              "{\"type\":4,\"data\":{\"opts\":{\"rooms\":[],\"except\":[],\"flags\":{}},"
                  + "\"rooms\":[\"r1\"]},\"uid\":\"emitter\",\"nsp\":\"/chat\"}");
    }
  }

  @Test
  void itsOrderIsKept() throws Exception {
    try (TestNode node = TestNode.start(database)) {
      for (String event : List.of("1", "2", "3")) {
        emitter.all().serverSideEmit(event);
      }

      assertThat(List.of(node.next(), node.next(), node.next()))
          .containsExactly("/ 1", "/ 2", "/ 3");
    }
  }
}
