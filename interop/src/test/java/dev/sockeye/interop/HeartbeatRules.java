// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How an Engine.IO 4 session stays alive. */
interface HeartbeatRules {

  Target target();

  /** Keeps a peer from being closed for another reason than its heartbeat. */
  default void settle(PollingPeer peer) {}

  /** As {@link #settle(PollingPeer)}. */
  default void settle(WebSocketPeer peer) {}

  @Test
  default void aPollingPeerIsPingedAgainAfterEachPong() {
    PollingPeer peer = PollingPeer.open(target().patient(), "EIO=4");
    settle(peer);
    for (int i = 0; i < 3; i++) {
      assertThat(peer.poll().text()).isEqualTo("2");
      assertThat(peer.post("3").status()).isEqualTo(200);
    }
  }

  @Test
  default void aPollingPeerThatDoesNotAnswerAPingLosesItsSession() {
    PollingPeer peer = PollingPeer.open(target().patient(), "EIO=4");
    assertThat(peer.poll().text()).isEqualTo("2");
    assertThat(peer.pollUntilRefused().status()).isEqualTo(400);
  }

  @Test
  default void aPollingPeerThatStaysAwayLosesItsSession() {
    PollingPeer peer = PollingPeer.open(target().asListed(), "EIO=4");
    TimedOut.afterEachSessionOf(target().asListed(), "EIO=4");
    assertThat(peer.poll().status()).isEqualTo(400);
  }

  @Test
  default void aWebSocketPeerIsPingedAgainAfterEachPong() {
    WebSocketPeer peer = WebSocketPeer.open(target().patient(), "EIO=4");
    settle(peer);
    for (int i = 0; i < 3; i++) {
      peer.expect("2");
      peer.send("3");
    }
  }

  @Test
  default void aWebSocketPeerThatDoesNotAnswerAPingIsClosed() {
    WebSocketPeer peer = WebSocketPeer.open(target().asListed(), "EIO=4");
    peer.expect("2");
    peer.awaitClose();
  }
}
