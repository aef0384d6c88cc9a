// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static dev.sockeye.testkit.TestEngine.RS;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.Transport;
import dev.sockeye.engineio.server.Message;
import org.junit.jupiter.api.Test;

/** The upgrade of a session to a WebSocket at a node that doesn't have it. */
class AwayUpgradeTest {
  private final TestCluster cluster = TestCluster.of(3);
  private final TestCluster.Node home = cluster.node(0);
  private final TestCluster.Node away = cluster.node(1);

  // --- of a session that the application doesn't know yet

  @Test
  void theApplicationHearsOfAPollingSessionAfterAWhile() {
    home.peer().open();
    cluster.advance(ofMillis(299));
    assertThat(home.recorder.events()).isEmpty();
    cluster.advance(ofMillis(1));
    assertThat(home.recorder.events()).containsExactly("open");
  }

  @Test
  void theApplicationHearsThenWhatHasCome() {
    home.peer().open().post("4a" + RS + "4b");
    cluster.advance(ofMillis(300));
    assertThat(home.recorder.events()).containsExactly("open", "message a", "message b");
  }

  @Test
  void theApplicationHearsOfAWebSocketSessionAtOnce() {
    home.peer().openWebSocket();
    assertThat(home.recorder.events()).containsExactly("open");
  }

  @Test
  void anUpgradeAtHomeEndsTheDelay() {
    home.peer().open().webSocket().send("2probe", "5", "4a");
    assertThat(home.recorder.events()).containsExactly("open", "upgrade websocket", "message a");
  }

  @Test
  void whoSendsMuchIsHeardEarly() {
    home.peer().open().post("4" + "x".repeat(70_000));
    assertThat(home.recorder.events()).hasSize(2);
  }

  @Test
  void whatASessionSentThatEndsDuringTheDelayIsHeard() {
    home.peer().open().post("4a" + RS + "1");
    assertThat(home.recorder.events())
        .containsExactly("open", "message a", "close transport close");
  }

  @Test
  void aSessionThatEndsDuringTheDelayWithoutAWordIsNeverHeardOf() {
    home.peer().open().post("1");
    cluster.advance(ofSeconds(5));
    assertThat(home.recorder.events()).isEmpty();
    assertThat(cluster.pendingTimers()).isZero();
  }

  @Test
  void theSessionMovesToTheWebSocketsNode() {
    RawPeer peer = home.peer().open();
    PeerSocket socket = away.peer(peer).webSocket().send("2probe", "5");
    assertThat(home.engine.sessionCount()).isZero();
    assertThat(home.recorder.events()).isEmpty();
    assertThat(away.recorder.events()).containsExactly("open", "upgrade websocket");
    assertThat(away.recorder.session().id()).isEqualTo(peer.sid());
    away.send("hello");
    assertThat(socket.send("4hi").received()).containsExactly("3probe", "4hello");
    assertThat(away.recorder.lastEvent()).isEqualTo("message hi");
  }

  @Test
  void whatHasComeMovesToo() {
    RawPeer peer = home.peer().open();
    cluster.node(2).peer(peer).post("4first");
    peer.post("4second");
    away.peer(peer).webSocket().send("2probe", "5", "4third");
    assertThat(away.recorder.events())
        .containsExactly(
            "open", "upgrade websocket", "message first", "message second", "message third");
  }

  @Test
  void aSessionThatHasMovedHasItsHeartbeatThere() {
    PeerSocket socket = away.peer(home.peer().open()).webSocket().send("2probe", "5");
    cluster.advance(ofSeconds(25));
    assertThat(socket.received()).containsExactly("3probe", "2");
    cluster.advance(ofSeconds(20));
    assertThat(away.recorder.lastEvent()).isEqualTo("close ping timeout");
    assertThat(cluster.pendingTimers()).isZero();
  }

  @Test
  void aSessionThatHasMovedEndsWithItsWebSocket() {
    PeerSocket socket = away.peer(home.peer().open()).webSocket().send("2probe", "5");
    socket.close();
    cluster.runPending();
    assertThat(away.recorder.lastEvent()).isEqualTo("close transport close");
    assertThat(away.engine.sessionCount()).isZero();
  }

  @Test
  void aSessionThatHasMovedIsGoneAtHome() {
    RawPeer peer = home.peer().open();
    away.peer(peer).webSocket().send("2probe", "5");
    assertThat(peer.get().status()).isEqualTo(400);
  }

  // --- of a session that the application knows

  private PeerSocket upgradeLate() {
    return away.peer(cluster.openAndConnect()).webSocket().send("2probe", "5");
  }

  @Test
  void theSessionStaysWhereTheApplicationKnowsIt() {
    PeerSocket socket = upgradeLate();
    assertThat(home.recorder.events()).containsExactly("open", "upgrade websocket");
    assertThat(home.recorder.session().transport()).isEqualTo(Transport.WEBSOCKET);
    home.send("hello");
    assertThat(socket.received()).containsExactly("3probe", "4hello");
    assertThat(away.engine.sessionCount()).isZero();
  }

  @Test
  void whatTheWebSocketBringsIsPassedOn() {
    upgradeLate().send("4a").sendBinary((byte) 1, (byte) 2).send("4b");
    assertThat(home.recorder.events())
        .containsExactly(
            "open", "upgrade websocket", "message a", "message binary[2]", "message b");
  }

  @Test
  void whatIsSentBehindTheCommitIsPassedOn() {
    away.peer(cluster.openAndConnect()).webSocket().send("2probe", "5", "4a", "4b");
    assertThat(home.recorder.events())
        .containsExactly("open", "upgrade websocket", "message a", "message b");
  }

  @Test
  void whatWaitedAtTheCommitGoesOverTheWebSocket() {
    PeerSocket socket = away.peer(cluster.openAndConnect()).webSocket().send("2probe");
    home.send("a", "b");
    assertThat(socket.send("5").received()).containsExactly("3probe", "4a", "4b");
  }

  @Test
  void thePingOfHomeGoesOverTheWebSocket() {
    PeerSocket socket = upgradeLate();
    cluster.advance(ofSeconds(25));
    assertThat(socket.received()).containsExactly("3probe", "2");
    socket.send("3");
    cluster.advance(ofSeconds(24));
    assertThat(home.recorder.lastEvent()).isEqualTo("upgrade websocket");
  }

  @Test
  void theEndOfTheWebSocketIsTheSessionsEnd() {
    upgradeLate().close();
    cluster.runPending();
    assertThat(home.recorder.lastEvent()).isEqualTo("close transport close");
    assertThat(cluster.pendingTimers()).isZero();
  }

  @Test
  void theEndOfTheSessionIsTheWebSocketsEnd() {
    PeerSocket socket = upgradeLate();
    home.send("last words");
    home.recorder.session().close();
    cluster.runPending();
    assertThat(socket.received()).containsExactly("3probe", "4last words");
    assertThat(socket.isClosed()).isTrue();
    assertThat(cluster.pendingTimers()).isZero();
  }

  @Test
  void aFrameThatIsNoPacketEndsTheSession() {
    PeerSocket socket = upgradeLate().send("abc");
    assertThat(home.recorder.lastEvent()).isEqualTo("close parse error");
    assertThat(socket.isClosed()).isTrue();
  }

  @Test
  void aPollIsReleasedAfterTheNoopInterval() {
    RawPeer peer = cluster.openAndConnect();
    LocalExchange poll = cluster.node(2).peer(peer).get();
    away.peer(peer).webSocket().send("2probe");
    cluster.advance(ofMillis(200));
    assertThat(poll.body()).isEqualTo("6");
  }

  @Test
  void eachFurtherPollIsReleasedToo() {
    RawPeer peer = cluster.openAndConnect();
    away.peer(peer).webSocket().send("2probe");
    for (int i = 0; i < 3; i++) {
      LocalExchange poll = peer.get();
      cluster.advance(ofMillis(200));
      assertThat(poll.body()).isEqualTo("6");
    }
  }

  @Test
  void aProbeThatLeavesChangesNothing() {
    RawPeer peer = cluster.openAndConnect();
    away.peer(peer).webSocket().send("2probe").drop();
    home.send("still polling");
    assertThat(peer.get().body()).isEqualTo("4still polling");
    assertThat(away.peer(peer).webSocket().send("2probe", "5").isClosed()).isFalse();
  }

  @Test
  void anythingElseThanProbeAndCommitClosesTheProbeOnly() {
    RawPeer peer = cluster.openAndConnect();
    assertThat(away.peer(peer).webSocket().send("4hello").isClosed()).isTrue();
    assertThat(home.recorder.events()).containsExactly("open");
  }

  @Test
  void anUpgradeThatTakesTooLongClosesTheProbeOnly() {
    RawPeer peer = cluster.openAndConnect();
    PeerSocket socket = away.peer(peer).webSocket().send("2probe");
    cluster.advance(ofSeconds(10));
    assertThat(socket.isClosed()).isTrue();
    assertThat(home.recorder.session().isOpen()).isTrue();
  }

  @Test
  void aSecondUpgradeIsRefusedAndTheFirstGoesOn() {
    RawPeer peer = cluster.openAndConnect();
    PeerSocket first = away.peer(peer).webSocket().send("2probe");
    RawPeer second = cluster.node(2).peer(peer);
    assertThat(second.upgrade(second.urlQuery("websocket")).status()).isEqualTo(400);
    first.send("5");
    assertThat(home.recorder.lastEvent()).isEqualTo("upgrade websocket");
  }

  @Test
  void aSlowClientGetsWhatWaitsBeforeItIsClosed() {
    PeerSocket socket = upgradeLate();
    socket.setWritable(false);
    home.send("a", "b");
    home.recorder.session().close();
    cluster.runPending();
    socket.setWritable(true);
    cluster.runPending();
    assertThat(socket.received()).containsExactly("3probe", "4a", "4b");
    assertThat(socket.isClosed()).isTrue();
  }

  @Test
  void aSlowClientIsCutOff() {
    PeerSocket socket = upgradeLate();
    socket.setWritable(false);
    for (int i = 0; i < 20; i++) {
      home.recorder
          .session()
          .send(Message.of(TestEngine.message("x".repeat(1_000_000)).frames().get(0).data()));
      cluster.runPending();
    }
    assertThat(home.recorder.lastEvent()).isEqualTo("close transport error");
  }
}
