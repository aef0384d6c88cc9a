// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.testkit.RawPeer;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the official test suite of the Socket.IO protocol, revision 5, asks of a server. */
class ProtocolSuiteTest {
  private final TestServer server =
      new TestServer(
          options ->
              options
                  .pingInterval(Duration.ofMillis(300))
                  .pingTimeout(Duration.ofMillis(200))
                  .connectTimeout(Duration.ofMillis(1000)));

  @BeforeEach
  void listen() {
    server.io.onConnection(
        socket -> {
          socket.emit("auth", socket.handshake().auth());
          socket.on("message", (args, ack) -> socket.emit("message-back", args.toList().toArray()));
          socket.on("message-with-ack", (args, ack) -> ack.send(args.toList().toArray()));
        });
    server.io.of("/custom").onConnection(socket -> socket.emit("auth", socket.handshake().auth()));
  }

  @Test
  void theHandshakeOverPollingOffersAnUpgrade() {
    assertThat(server.host.peer().get().body())
        .matches(
            "0\\{\"sid\":\"[A-Za-z0-9_-]{20}\",\"upgrades\":\\[\"websocket\"],\"pingInterval\":300,"
                + "\"pingTimeout\":200,\"maxPayload\":1000000}");
  }

  @Test
  void theMainNamespaceCanBeJoined() {
    TestClient client = server.open().send("40");
    assertThat(client.received())
        .satisfiesExactly(
            connect -> assertThat(connect).matches("40\\{\"sid\":\"[A-Za-z0-9_-]{20}\"}"),
            auth -> assertThat(auth).isEqualTo("42[\"auth\",{}]"));
  }

  @Test
  void theMainNamespaceCanBeJoinedWithAPayload() {
    TestClient client = server.open().send("40{\"token\":\"123\"}");
    assertThat(client.received()).last().isEqualTo("42[\"auth\",{\"token\":\"123\"}]");
  }

  @Test
  void aCustomNamespaceCanBeJoined() {
    TestClient client = server.open().send("40/custom,");
    assertThat(client.received())
        .satisfiesExactly(
            connect -> assertThat(connect).matches("40/custom,\\{\"sid\":\"[A-Za-z0-9_-]{20}\"}"),
            auth -> assertThat(auth).isEqualTo("42/custom,[\"auth\",{}]"));
  }

  @Test
  void aCustomNamespaceCanBeJoinedWithAPayload() {
    TestClient client = server.open().send("40/custom,{\"token\":\"abc\"}");
    assertThat(client.received()).last().isEqualTo("42/custom,[\"auth\",{\"token\":\"abc\"}]");
  }

  @Test
  void anUnknownNamespaceCanNotBeJoined() {
    TestClient client = server.open().send("40/random");
    assertThat(client.received()).containsExactly("44/random,{\"message\":\"Invalid namespace\"}");
  }

  @Test
  void anInvalidHandshakeClosesTheConnection() {
    assertThat(server.open().send("4abc").isClosed()).isTrue();
  }

  @Test
  void aConnectionThatJoinsNothingIsClosed() {
    TestServer patient = new TestServer(options -> options.connectTimeout(Duration.ofSeconds(1)));
    TestClient client = patient.open();
    patient.advance(Duration.ofMillis(999));
    assertThat(client.isClosed()).isFalse();
    patient.advance(Duration.ofMillis(1));
    assertThat(client.isClosed()).isTrue();
  }

  @Test
  void leavingTheMainNamespaceKeepsTheConnectionOpen() {
    TestClient client = server.connect();
    client.send("41");
    assertThat(client.received()).isEmpty();
    server.advance(Duration.ofMillis(300));
    assertThat(client.received()).containsExactly("2");
  }

  @Test
  void leavingACustomNamespaceKeepsTheMainOne() {
    TestClient client = server.connect();
    client.send("40/custom").received();
    client.send("41/custom", "42[\"message\",\"message to main namespace\"]");
    assertThat(client.received())
        .containsExactly("42[\"message-back\",\"message to main namespace\"]");
  }

  @Test
  void aPlainEventIsEchoed() {
    TestClient client = server.connect();
    client.send("42[\"message\",1,\"2\",{\"3\":[true]}]");
    assertThat(client.received()).containsExactly("42[\"message-back\",1,\"2\",{\"3\":[true]}]");
  }

  @Test
  void anEventWithAttachmentsIsEchoed() {
    TestClient client = server.connect();
    client
        .send(
            "452-[\"message\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]")
        .sendBinary(1, 2, 3)
        .sendBinary(4, 5, 6);
    assertThat(client.received())
        .containsExactly(
            "452-[\"message-back\",{\"_placeholder\":true,\"num\":0},"
                + "{\"_placeholder\":true,\"num\":1}]",
            "0x010203",
            "0x040506");
  }

  @Test
  void aPlainEventIsAnswered() {
    TestClient client = server.connect();
    client.send("42456[\"message-with-ack\",1,\"2\",{\"3\":[false]}]");
    assertThat(client.received()).containsExactly("43456[1,\"2\",{\"3\":[false]}]");
  }

  @Test
  void anEventWithAttachmentsIsAnswered() {
    TestClient client = server.connect();
    client
        .send(
            "452-789[\"message-with-ack\",{\"_placeholder\":true,\"num\":0},"
                + "{\"_placeholder\":true,\"num\":1}]")
        .sendBinary(1, 2, 3)
        .sendBinary(4, 5, 6);
    assertThat(client.received())
        .containsExactly(
            "462-789[{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]",
            "0x010203",
            "0x040506");
  }

  @Test
  void anUnknownPacketTypeClosesTheConnection() {
    assertThat(server.connect().send("4abc").isClosed()).isTrue();
  }

  @Test
  void anInvalidPayloadClosesTheConnection() {
    assertThat(server.connect().send("42{}").isClosed()).isTrue();
  }

  @Test
  void anInvalidAckNumberClosesTheConnection() {
    assertThat(server.connect().send("42abc[\"message-with-ack\",1]").isClosed()).isTrue();
  }

  @Test
  void everythingWorksOverPollingToo() {
    RawPeer peer = server.host.peer().open();
    peer.post("40");
    assertThat(peer.get().body()).matches("40\\{\"sid\":\"[^\"]{20}\"}\\x1e42\\[\"auth\",\\{}]");
    peer.post("42[\"message\",1]\u001e427[\"message-with-ack\",2]");
    assertThat(peer.get().body()).isEqualTo("42[\"message-back\",1]\u001e437[2]");
  }
}
