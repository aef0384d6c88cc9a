// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.socketio.Packet;
import dev.sockeye.socketio.adapter.BroadcastFlags;
import dev.sockeye.socketio.adapter.BroadcastOptions;
import dev.sockeye.socketio.adapter.spi.ClusterMessage;
import dev.sockeye.socketio.adapter.spi.Envelope;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stands on the wire, seen with PostgreSQL's own means. */
class WireTest {
  /** What a broadcast with a name of no characters has. */
  private static final int ENVELOPE = 129;

  private final Database database = Database.create();
  private TestNode node;
  private Listening listening;

  @BeforeEach
  void start() throws SQLException {
    node = TestNode.start(database, PostgresOptions.builder(), "/");
    listening = new Listening(database, "socket.io#/");
  }

  @AfterEach
  void end() throws SQLException {
    node.close();
    listening.close();
  }

  private void publish(ClusterMessage message) {
    node.publish(new Envelope("d8a681365a0df301", "/", message)).toCompletableFuture().join();
  }

  private static ClusterMessage broadcast(Object... nameAndArguments) {
    return new ClusterMessage.Broadcast(
        Packet.event("/", Packet.NO_ID, List.of(nameAndArguments)),
        new BroadcastOptions(Set.of(), Set.of(), BroadcastFlags.DEFAULTS),
        null);
  }

  @Test
  void aHeartbeatHasNoData() throws SQLException {
    publish(new ClusterMessage.InitialHeartbeat());

    assertThat(listening.next())
        .isEqualTo("{\"type\":1,\"uid\":\"d8a681365a0df301\",\"nsp\":\"/\"}");
  }

  @Test
  void aBroadcastIsJson() throws SQLException {
    publish(broadcast("hello", 1, "2"));

    assertThat(listening.next())
        .isEqualTo(
            "{\"type\":3,\"data\":{\"packet\":{\"type\":2,\"data\":[\"hello\",1,\"2\"]},"
                + "\"opts\":{\"rooms\":[],\"except\":[],\"flags\":{}}},"
                + "\"uid\":\"d8a681365a0df301\",\"nsp\":\"/\"}");
  }

  @Test
  void aNodeThatLeavesSaysSo() throws SQLException {
    publish(new ClusterMessage.AdapterClose());

    assertThat(listening.next())
        .isEqualTo("{\"type\":13,\"uid\":\"d8a681365a0df301\",\"nsp\":\"/\"}");
  }

  @Test
  void aBinaryBroadcastIsARow() throws SQLException {
    publish(broadcast("bin", new byte[] {1, 2, 3}));

    assertThat(listening.next())
        .isEqualTo("{\"uid\":\"d8a681365a0df301\",\"type\":3,\"attachmentId\":\"1\"}");
  }

  @Test
  void aRowIsTheWholeMessageInMessagePack() {
    publish(broadcast("bin", new byte[] {1, 2, 3}));

    assertThat(database.execute("SELECT encode(payload, 'hex') FROM socket_io_attachments"))
        .containsExactly(
            "84a47479706503a46461746182a67061636b657482a47479706502a46461746192a362696ec403010203"
                + "a46f70747383a5726f6f6d7390a665786365707490a5666c61677380"
                + "a3756964b064386136383133363561306466333031a36e7370a12f");
  }

  @Test
  void aMessageOf7999BytesIsANotification() throws SQLException {
    publish(broadcast("x".repeat(7999 - ENVELOPE)));

    assertThat(listening.next()).hasSize(7999);
  }

  @Test
  void aMessageOf8000BytesIsARow() throws SQLException {
    publish(broadcast("x".repeat(8000 - ENVELOPE)));

    assertThat(listening.next()).endsWith("\"attachmentId\":\"1\"}");
  }

  @Test
  void bytesCountNotCharacters() throws SQLException {
    publish(broadcast("ü".repeat(4000)));

    assertThat(listening.next()).endsWith("\"attachmentId\":\"1\"}");
  }

  @Test
  void equalMessagesAreAllDelivered() throws Exception {
    try (TestNode other = TestNode.start(database)) {
      for (int i = 0; i < 3; i++) {
        node.publish(node.event("tick"));
      }
      node.emit("end");

      assertThat(List.of(other.next(), other.next(), other.next(), other.next()))
          .containsExactly("/ tick", "/ tick", "/ tick", "/ end");
    }
  }
}
