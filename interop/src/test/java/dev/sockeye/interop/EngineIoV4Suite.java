// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The rules of the official Engine.IO 4 suite, against a server that sends back what it gets. */
abstract class EngineIoV4Suite implements HandshakeRules, HeartbeatRules, CloseRules, UpgradeRules {

  @Override
  public void assertAlive(WebSocketPeer peer) {
    peer.send("4hello");
    peer.expect("4hello");
  }

  private PollingPeer polling() {
    return PollingPeer.open(target().unhurried(), "EIO=4");
  }

  private WebSocketPeer webSocket() {
    return WebSocketPeer.open(target().unhurried(), "EIO=4");
  }

  @Test
  void aPostIsAnsweredOk() {
    HttpAnswer answer = polling().post("4hello");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEqualTo("ok");
  }

  @Test
  void aTextTravelsByPolling() {
    PollingPeer peer = polling();
    peer.post("4hello");
    assertThat(peer.poll().text()).isEqualTo("4hello");
  }

  @Test
  void severalTextsTravelInOnePayload() {
    PollingPeer peer = polling();
    peer.post("4test1\u001e4test2\u001e4test3");
    assertThat(peer.poll().text()).isEqualTo("4test1\u001e4test2\u001e4test3");
  }

  @Test
  void textsAndBlobsTravelInOnePayload() {
    PollingPeer peer = polling();
    peer.post("4hello\u001ebAQIDBA==");
    assertThat(peer.poll().text()).isEqualTo("4hello\u001ebAQIDBA==");
  }

  @Test
  void aPayloadThatIsNoneEndsTheSession() {
    PollingPeer peer = polling();
    peer.post("abc");
    assertThat(peer.pollUntilRefused().status()).isEqualTo(400);
  }

  @Test
  void aPollThatThePeerGivesUpEndsTheSession() {
    PollingPeer peer = polling();
    peer.beginPoll().abort();
    assertThat(peer.postPongsUntilRefused().status()).isEqualTo(400);
  }

  @Test
  void aTextTravelsByWebSocket() {
    WebSocketPeer peer = webSocket();
    peer.send("4hello");
    peer.expect("4hello");
  }

  @Test
  void aBlobTravelsByWebSocket() {
    WebSocketPeer peer = webSocket();
    peer.send(new byte[] {1, 2, 3, 4});
    peer.expect(new byte[] {1, 2, 3, 4});
  }

  @Test
  void aFrameThatIsNoPacketEndsTheSession() {
    WebSocketPeer peer = webSocket();
    peer.send("abc");
    peer.awaitClose();
  }
}
