// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A POST with the peer's goodbye that overtakes a GET which was sent before it. */
class FarewellTest {
  private final TestEngine server = TestEngine.onThreads(2, options -> options.allowEio3(true));
  private final RawPeer peer = server.host.peer(0).open();
  private final RawPeer otherConnection = server.host.peer(1).sid(peer.sid());

  @Test
  void theOvertakenGetIsAnsweredWithANoop() {
    peer.post("1");
    LocalExchange get = otherConnection.get();
    assertThat(get.status()).isEqualTo(200);
    assertThat(get.body()).isEqualTo("6");
  }

  @Test
  void theOvertakenGetOfRevision3IsAnsweredInItsFormat() {
    RawPeer old = server.peer().eio3().open();
    old.post("1:1");
    assertThat(old.get().body()).isEqualTo("1:6");
  }

  @Test
  void aGetThatIsOnItsWayBetweenTheThreadsIsAnsweredToo() {
    LocalExchange post = peer.beginPost();
    LocalExchange get =
        server.host.submit(
            LocalRequest.of("GET", "/engine.io/", peer.urlQuery("polling")),
            server.host.scheduler(1));
    post.sendChunk(new byte[] {'1'}).endBody();
    // It finds its session, whose own thread takes the POST first.
    server.host.scheduler(1).runNext();
    server.host.runPending();
    assertThat(get.body()).isEqualTo("6");
    assertThat(peer.get().status()).isEqualTo(400);
  }

  @Test
  void onlyOneGetIsAnswered() {
    peer.post("1");
    otherConnection.get();
    assertThat(otherConnection.get().body()).contains("\"code\":1");
  }

  @Test
  void aGetThatWaitedLeavesNothingToRemember() {
    LocalExchange poll = otherConnection.get();
    peer.post("1");
    assertThat(poll.body()).isEqualTo("6");
    assertThat(otherConnection.get().status()).isEqualTo(400);
  }

  @Test
  void theSessionItselfEndsAtOnce() {
    peer.post("1");
    assertThat(server.recorder.lastEvent()).isEqualTo("close transport close");
    assertThat(server.engine.sessionCount()).isZero();
  }

  @Test
  void aPostIsNotAnsweredInItsPlace() {
    peer.post("1");
    assertThat(peer.post("4late").status()).isEqualTo(400);
    assertThat(otherConnection.get().body()).isEqualTo("6");
  }

  @Test
  void itIsForgottenAfterAWhile() {
    peer.post("1");
    server.advance(ofMillis(5_000));
    assertThat(otherConnection.get().status()).isEqualTo(400);
    assertThat(server.host.pendingTimers()).isZero();
  }

  @Test
  void itIsRememberedUntilThen() {
    peer.post("1");
    server.advance(ofMillis(4_999));
    assertThat(otherConnection.get().status()).isEqualTo(200);
  }

  @Test
  void nothingIsRememberedOnceItIsAnswered() {
    peer.post("1");
    otherConnection.get();
    assertThat(server.host.pendingTimers()).isZero();
  }

  @Test
  void nothingIsRememberedOnceTheServerIsClosed() {
    peer.post("1");
    server.engine.close();
    server.host.runPending();
    assertThat(server.host.pendingTimers()).isZero();
    assertThat(otherConnection.get().status()).isEqualTo(400);
  }

  @Test
  void aSessionThatEndedOtherwiseIsNotRemembered() {
    peer.post("abc");
    assertThat(otherConnection.get().status()).isEqualTo(400);
    assertThat(server.host.pendingTimers()).isZero();
  }
}
