// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Engine.IO protocol, "Heartbeat": the server pings, the client answers. Times are the defaults.
 */
class HeartbeatTest {
  private final TestEngine server = TestEngine.create();

  @Test
  void theServerPingsAfterTheInterval() {
    PeerSocket socket = server.peer().openWebSocket();
    server.advance(ofMillis(24_999));
    assertThat(socket.received()).isEmpty();
    server.advance(ofMillis(1));
    assertThat(socket.received()).containsExactly("2");
  }

  @Test
  void aPingAnswersAPoll() {
    LocalExchange poll = server.peer().open().get();
    server.advance(ofSeconds(25));
    assertThat(poll.body()).isEqualTo("2");
  }

  @Test
  void theNextPingIsCountedFromThePong() {
    PeerSocket socket = server.peer().openWebSocket();
    server.advance(ofSeconds(30));
    socket.send("3").received();
    server.advance(ofMillis(24_999));
    assertThat(socket.received()).isEmpty();
    server.advance(ofMillis(1));
    assertThat(socket.received()).containsExactly("2");
  }

  @Test
  void aMissingPongClosesTheSession() {
    PeerSocket socket = server.peer().openWebSocket();
    server.advance(ofMillis(44_999));
    assertThat(socket.isClosed()).isFalse();
    server.advance(ofMillis(1));
    assertThat(socket.isClosed()).isTrue();
    assertThat(server.recorder.lastEvent()).isEqualTo("close ping timeout");
  }

  @Test
  void aPollingSessionTimesOutWithoutAPoll() {
    RawPeer peer = server.peer().open();
    server.advance(ofSeconds(45));
    assertThat(server.recorder.lastEvent()).isEqualTo("close ping timeout");
    assertThat(peer.get().status()).isEqualTo(400);
  }

  @Test
  void otherPacketsAreNoPong() {
    PeerSocket socket = server.peer().openWebSocket();
    server.advance(ofSeconds(30));
    socket.send("4hello");
    server.advance(ofSeconds(15));
    assertThat(server.recorder.lastEvent()).isEqualTo("close ping timeout");
  }

  @Test
  void aPongThatNobodyAskedForPostponesThePing() {
    PeerSocket socket = server.peer().openWebSocket();
    server.advance(ofSeconds(20));
    socket.send("3");
    server.advance(ofSeconds(24));
    assertThat(socket.received()).isEmpty();
  }

  @Test
  void aPingOfTheClientIsTheWrongWayRound() {
    server.peer().openWebSocket().send("2");
    assertThat(server.recorder.lastEvent()).isEqualTo("close transport error");
    assertThat(server.recorder.closeCause()).isEqualTo("invalid heartbeat direction: PING");
  }

  @Test
  void sessionsTimeOutEachAtItsOwnTime() {
    PeerSocket first = server.peer().openWebSocket();
    server.advance(ofSeconds(10));
    PeerSocket second = server.peer().openWebSocket();
    server.advance(ofSeconds(35));
    assertThat(first.isClosed()).isTrue();
    assertThat(second.isClosed()).isFalse();
    server.advance(ofSeconds(10));
    assertThat(second.isClosed()).isTrue();
  }

  @Test
  void manySessionsShareTwoTimers() {
    for (int i = 0; i < 100; i++) {
      server.peer().openWebSocket();
      server.advance(ofSeconds(1));
    }
    assertThat(server.host.pendingTimers()).isEqualTo(2);
  }

  @Test
  void aSessionThatDoesNotReadIsNotClosedForWantOfAPong() {
    PeerSocket socket = server.peer().openWebSocket();
    server.advance(ofSeconds(25));
    server.onThread(() -> server.session().setReadable(false));
    server.advance(ofSeconds(100));
    assertThat(socket.isClosed()).isFalse();
  }

  @Test
  void aSessionThatReadsAgainHasTheFullTimeToAnswer() {
    PeerSocket socket = server.peer().openWebSocket();
    server.advance(ofSeconds(25));
    server.onThread(() -> server.session().setReadable(false));
    server.advance(ofMillis(19_999));
    server.onThread(() -> server.session().setReadable(true));
    server.advance(ofMillis(19_999));
    assertThat(socket.isClosed()).isFalse();
    server.advance(ofMillis(1));
    assertThat(socket.isClosed()).isTrue();
  }

  @Test
  void theHeartbeatGoesOnAfterAnUpgrade() {
    RawPeer peer = server.peer().open();
    PeerSocket socket = peer.webSocket().send("2probe", "5");
    socket.received();
    server.advance(ofSeconds(25));
    assertThat(socket.received()).containsExactly("2");
  }

  @Test
  void aPongThatIsLostInAnUpgradeStillEndsTheSession() {
    RawPeer peer = server.peer().open();
    LocalExchange poll = peer.get();
    server.advance(ofSeconds(25));
    assertThat(poll.body()).isEqualTo("2");
    server.advance(ofSeconds(10));
    PeerSocket socket = peer.webSocket().send("2probe", "5");
    server.advance(ofMillis(19_999));
    assertThat(socket.isClosed()).isFalse();
    server.advance(ofMillis(1));
    assertThat(server.recorder.lastEvent()).isEqualTo("close ping timeout");
  }

  @Test
  void aPongThatComesAfterTheUpgradeCounts() {
    RawPeer peer = server.peer().open();
    peer.get();
    server.advance(ofSeconds(25));
    PeerSocket socket = peer.webSocket().send("2probe", "5", "3");
    server.advance(ofMillis(24_999));
    assertThat(socket.received()).containsExactly("3probe");
    server.advance(ofMillis(1));
    assertThat(socket.received()).containsExactly("2");
  }
}
