// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static dev.sockeye.testkit.TestEngine.RS;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The rules of the official Engine.IO 4 suite, by the names that they have there. */
class EngineIo4SuiteTest {
  private final TestEngine server = TestEngine.ofTheSuite(options -> {});
  private final RawPeer peer = server.peer();

  @Test
  @DisplayName("handshake › HTTP long-polling › successfully opens a session")
  void opensAPollingSession() {
    LocalExchange response = peer.get();
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.body())
        .matches(
            "0\\{\"sid\":\"[^\"]+\",\"upgrades\":\\[\"websocket\"],\"pingInterval\":300,"
                + "\"pingTimeout\":200,\"maxPayload\":1000000}");
  }

  @Test
  @DisplayName("handshake › HTTP long-polling › fails with an invalid 'EIO' query parameter")
  void pollingNeedsEio() {
    assertThat(peer.get("transport=polling").status()).isEqualTo(400);
    assertThat(peer.get("EIO=abc&transport=polling").status()).isEqualTo(400);
  }

  @Test
  @DisplayName("handshake › HTTP long-polling › fails with an invalid 'transport' query parameter")
  void pollingNeedsTransport() {
    assertThat(peer.get("EIO=4").status()).isEqualTo(400);
    assertThat(peer.get("EIO=4&transport=abc").status()).isEqualTo(400);
  }

  @Test
  @DisplayName("handshake › HTTP long-polling › fails with an invalid request method")
  void pollingNeedsGet() {
    assertThat(peer.request("POST", "EIO=4&transport=polling").status()).isEqualTo(400);
    assertThat(peer.request("PUT", "EIO=4&transport=polling").status()).isEqualTo(400);
  }

  @Test
  @DisplayName("handshake › WebSocket › successfully opens a session")
  void opensAWebSocketSession() {
    assertThat(peer.webSocket().received().get(0))
        .matches(
            "0\\{\"sid\":\"[^\"]+\",\"upgrades\":\\[],\"pingInterval\":300,"
                + "\"pingTimeout\":200,\"maxPayload\":1000000}");
  }

  @Test
  @DisplayName("handshake › WebSocket › fails with an invalid 'EIO' query parameter")
  void webSocketNeedsEio() {
    assertThat(peer.upgrade("transport=websocket").isAccepted()).isFalse();
    assertThat(peer.upgrade("EIO=abc&transport=websocket").isAccepted()).isFalse();
  }

  @Test
  @DisplayName("handshake › WebSocket › fails with an invalid 'transport' query parameter")
  void webSocketNeedsTransport() {
    assertThat(peer.upgrade("EIO=4").isAccepted()).isFalse();
    assertThat(peer.upgrade("EIO=4&transport=abc").isAccepted()).isFalse();
  }

  @Test
  @DisplayName("message › HTTP long-polling › one plain text packet")
  void aTextOverPolling() {
    assertThat(peer.open().post("4hello").body()).isEqualTo("ok");
    assertThat(peer.get().body()).isEqualTo("4hello");
  }

  @Test
  @DisplayName("message › HTTP long-polling › several plain text packets")
  void textsOverPolling() {
    String payload = String.join(RS, "4test1", "4test2", "4test3");
    assertThat(peer.open().post(payload).body()).isEqualTo("ok");
    assertThat(peer.get().body()).isEqualTo(payload);
  }

  @Test
  @DisplayName("message › HTTP long-polling › plain text and binary packets")
  void blobsOverPolling() {
    String payload = "4hello" + RS + "bAQIDBA==";
    assertThat(peer.open().post(payload).body()).isEqualTo("ok");
    assertThat(peer.get().body()).isEqualTo(payload);
  }

  @Test
  @DisplayName("message › HTTP long-polling › closes the session upon invalid packet format")
  void anInvalidPacketOverPolling() {
    peer.open().post("abc");
    assertThat(peer.get().status()).isEqualTo(400);
  }

  @Test
  @DisplayName("message › HTTP long-polling › closes the session upon duplicate poll requests")
  void duplicatePolls() {
    LocalExchange first = peer.open().get();
    assertThat(peer.get().status()).isEqualTo(400);
    assertThat(first.body()).isEqualTo("1");
    assertThat(peer.get().status()).isEqualTo(400);
  }

  @Test
  @DisplayName("message › HTTP long-polling › closes the session upon cancelled polling request")
  void aCancelledPoll() {
    peer.open().get().abort();
    server.host.runPending();
    assertThat(peer.get().status()).isEqualTo(400);
  }

  @Test
  @DisplayName("message › WebSocket › a plain text packet")
  void aTextOverWebSocket() {
    assertThat(peer.openWebSocket().send("4hello").received()).containsExactly("4hello");
  }

  @Test
  @DisplayName("message › WebSocket › a binary packet")
  void aBlobOverWebSocket() {
    PeerSocket socket = peer.openWebSocket().sendBinary(new byte[] {1, 2, 3, 4});
    assertThat(socket.received()).containsExactly("0x01020304");
  }

  @Test
  @DisplayName("message › WebSocket › closes the session upon invalid packet format")
  void anInvalidPacketOverWebSocket() {
    assertThat(peer.openWebSocket().send("abc").isClosed()).isTrue();
  }

  @Test
  @DisplayName("heartbeat › HTTP long-polling › sends ping/pong packets")
  void pingsOverPolling() {
    peer.open();
    for (int i = 0; i < 3; i++) {
      LocalExchange poll = peer.get();
      server.advance(ofMillis(300));
      assertThat(poll.body()).isEqualTo("2");
      assertThat(peer.post("3").status()).isEqualTo(200);
    }
  }

  @Test
  @DisplayName("heartbeat › HTTP long-polling › closes the session upon ping timeout")
  void aTimeoutOverPolling() {
    peer.open();
    server.advance(ofMillis(500));
    assertThat(peer.get().status()).isEqualTo(400);
  }

  @Test
  @DisplayName("heartbeat › WebSocket › sends ping/pong packets")
  void pingsOverWebSocket() {
    PeerSocket socket = peer.openWebSocket();
    for (int i = 0; i < 3; i++) {
      server.advance(ofMillis(300));
      assertThat(socket.received()).containsExactly("2");
      socket.send("3");
    }
  }

  @Test
  @DisplayName("heartbeat › WebSocket › closes the session upon ping timeout")
  void aTimeoutOverWebSocket() {
    PeerSocket socket = peer.openWebSocket();
    server.advance(ofMillis(500));
    assertThat(socket.isClosed()).isTrue();
  }

  @Test
  @DisplayName("close › HTTP long-polling › forcefully closes the session")
  void closesOverPolling() {
    LocalExchange poll = peer.open().get();
    assertThat(peer.post("1").status()).isEqualTo(200);
    assertThat(poll.body()).isEqualTo("6");
    assertThat(peer.get().status()).isEqualTo(400);
  }

  @Test
  @DisplayName("close › WebSocket › forcefully closes the session")
  void closesOverWebSocket() {
    assertThat(peer.openWebSocket().send("1").isClosed()).isTrue();
  }

  @Test
  @DisplayName("upgrade › successfully upgrades from HTTP long-polling to WebSocket")
  void upgrades() {
    PeerSocket socket = peer.open().webSocket().send("2probe");
    assertThat(socket.received()).containsExactly("3probe");
    assertThat(peer.get().body()).isEqualTo("6");
    assertThat(socket.send("5", "4hello").received()).containsExactly("4hello");
  }

  @Test
  @DisplayName("upgrade › ignores HTTP requests with same sid after upgrade")
  void ignoresPollsAfterTheUpgrade() {
    PeerSocket socket = peer.open().webSocket().send("2probe", "5");
    assertThat(peer.get().status()).isEqualTo(400);
    assertThat(socket.send("4hello").received()).endsWith("4hello");
  }

  @Test
  @DisplayName("upgrade › ignores WebSocket connection with same sid after upgrade")
  void ignoresWebSocketsAfterTheUpgrade() {
    PeerSocket socket = peer.open().webSocket().send("2probe", "5");
    assertThat(peer.webSocket().isClosed()).isTrue();
    assertThat(socket.send("4hello").received()).endsWith("4hello");
  }
}
