// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How an Engine.IO 4 session moves from polling to WebSocket. */
interface UpgradeRules {

  Target target();

  /** Asserts that the server answers a message of the peer. */
  void assertAlive(WebSocketPeer peer);

  @Test
  default void aProbeIsAnsweredAndThePollLetGoBeforeTheUpgrade() {
    PollingPeer peer = PollingPeer.open(target().unhurried(), "EIO=4");
    WebSocketPeer webSocket = peer.probe();
    webSocket.send("2probe");
    webSocket.expect("3probe");
    assertThat(peer.poll().text()).isEqualTo("6");
    webSocket.send("5");
    assertAlive(webSocket);
  }

  @Test
  default void aPollAfterTheUpgradeIsRefused() {
    PollingPeer peer = PollingPeer.open(target().unhurried(), "EIO=4");
    WebSocketPeer webSocket = peer.upgrade();
    assertAlive(webSocket);
    assertThat(peer.poll().status()).isEqualTo(400);
    assertAlive(webSocket);
  }

  @Test
  default void aSecondWebSocketAfterTheUpgradeIsClosed() {
    PollingPeer peer = PollingPeer.open(target().unhurried(), "EIO=4");
    WebSocketPeer webSocket = peer.upgrade();
    assertAlive(webSocket);
    peer.probe().awaitClose();
    assertAlive(webSocket);
  }
}
