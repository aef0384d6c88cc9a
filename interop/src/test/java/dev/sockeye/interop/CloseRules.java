// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How a peer ends an Engine.IO 4 session. */
interface CloseRules {

  Target target();

  @Test
  default void aClosePacketEndsThePendingPollAndTheSession() {
    PollingPeer peer = PollingPeer.open(target().unhurried(), "EIO=4");
    HttpExchange poll = peer.beginPoll();
    assertThat(peer.post("1").status()).isEqualTo(200);
    assertThat(poll.answer().text()).isEqualTo("6");
    assertThat(peer.poll().status()).isEqualTo(400);
  }

  // The reference ignores the packet and lets the heartbeat end the session.
  @Test
  default void aClosePacketEndsAWebSocket() {
    WebSocketPeer peer = WebSocketPeer.open(target().patient(), "EIO=4");
    peer.send("1");
    peer.awaitClose();
  }
}
