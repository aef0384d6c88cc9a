// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The rules of the official Engine.IO 3 suite, against a server that sends back what it gets. What
 * its only skipped test says is a rule of the Engine.IO 4 suite.
 */
abstract class EngineIoV3Suite {

  abstract Target target();

  private PollingPeer polling() {
    return PollingPeer.open(target().unhurried(), "EIO=3");
  }

  private WebSocketPeer webSocket() {
    return WebSocketPeer.open(target().unhurried(), "EIO=3");
  }

  @Test
  void aPollOpensASession() {
    HttpAnswer answer = target().asListed().get("?EIO=3&transport=polling");
    assertThat(answer.status()).isEqualTo(200);
    String[] lengthAndPacket = answer.text().split(":", 2);
    assertThat(lengthAndPacket[0]).isEqualTo("" + lengthAndPacket[1].length());
    assertThat(lengthAndPacket[1])
        .matches(
            "0\\{\"sid\":\"[^\"]+\",\"upgrades\":\\[\"websocket\"],\"pingInterval\":300,"
                + "\"pingTimeout\":200(,\"maxPayload\":1000000)?}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"?EIO=3", "?EIO=3&transport=abc"})
  void aPollOfAnUnknownTransportIsRefused(String query) {
    assertThat(target().unhurried().get(query).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT"})
  void onlyGetOpensASession(String method) {
    HttpExchange exchange = target().unhurried().send(method, "?EIO=3&transport=polling", "");
    assertThat(exchange.answer().status()).isEqualTo(400);
  }

  @Test
  void aWebSocketOpensASession() {
    WebSocketPeer peer = WebSocketPeer.connect(target().asListed(), "?EIO=3&transport=websocket");
    assertThat(peer.receiveText())
        .matches(
            "0\\{\"sid\":\"[^\"]+\",\"upgrades\":\\[],\"pingInterval\":300,"
                + "\"pingTimeout\":200(,\"maxPayload\":1000000)?}");
  }

  // The official suite means to have these refused, but doesn't wait for it, and its server takes
  // whatever isn't version 4 for version 3.
  @ParameterizedTest
  @ValueSource(strings = {"?transport=websocket", "?EIO=abc&transport=websocket"})
  void aWebSocketOfNoKnownVersionIsTakenForVersion3(String query) {
    WebSocketPeer peer = WebSocketPeer.connect(target().unhurried(), query);
    assertThat(peer.receiveText()).startsWith("0{");
    peer.send("2");
    peer.expect("3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"?EIO=3", "?EIO=3&transport=abc"})
  void aWebSocketOfAnUnknownTransportIsClosed(String query) {
    WebSocketPeer.connect(target().unhurried(), query).awaitClose();
  }

  @Test
  void aTextTravelsByPolling() {
    PollingPeer peer = polling();
    assertThat(peer.post("6:4hello").text()).isEqualTo("ok");
    assertThat(peer.poll().text()).isEqualTo("6:4hello");
  }

  @Test
  void severalTextsTravelInOnePayload() {
    PollingPeer peer = polling();
    peer.post("6:4test16:4test26:4test3");
    assertThat(peer.poll().text()).isEqualTo("6:4test16:4test26:4test3");
  }

  @Test
  void blobsTravelAsBase64ToAPeerThatAsksForIt() {
    PollingPeer peer = PollingPeer.open(target().unhurried(), "EIO=3&b64=1");
    peer.post("6:4hello10:b4AQIDBA==");
    assertThat(peer.poll().text()).isEqualTo("6:4hello10:b4AQIDBA==");
  }

  @Test
  void blobsTravelAsBytesToAnyOtherPeer() {
    PollingPeer peer = polling();
    peer.post("6:4hello10:b4AQIDBA==");
    assertThat(peer.poll().body())
        .containsExactly(0, 6, 255, '4', 'h', 'e', 'l', 'l', 'o', 1, 5, 255, 4, 1, 2, 3, 4);
  }

  @Test
  void aPayloadThatIsNoneEndsTheSession() {
    PollingPeer peer = polling();
    peer.post("abc");
    assertThat(peer.pollUntilRefused().status()).isEqualTo(400);
  }

  @Test
  void aTextTravelsByWebSocket() {
    WebSocketPeer peer = webSocket();
    peer.send("4hello");
    peer.expect("4hello");
  }

  @Test
  void aBlobTravelsByWebSocketBehindItsType() {
    WebSocketPeer peer = webSocket();
    peer.send(new byte[] {4, 1, 2, 3, 4});
    peer.expect(new byte[] {4, 1, 2, 3, 4});
  }

  @Test
  void aFrameThatIsNoPacketEndsTheSession() {
    WebSocketPeer peer = webSocket();
    peer.send("abc");
    peer.awaitClose();
  }

  @Test
  void aPingOfAPollingPeerIsAnswered() {
    PollingPeer peer = polling();
    for (int i = 0; i < 3; i++) {
      assertThat(peer.post("1:2").status()).isEqualTo(200);
      assertThat(peer.poll().text()).isEqualTo("1:3");
    }
  }

  @Test
  void aPollingPeerThatDoesNotPingLosesItsSession() {
    PollingPeer peer = PollingPeer.open(target().asListed(), "EIO=3");
    TimedOut.afterEachSessionOf(target().asListed(), "EIO=3");
    assertThat(peer.post("1:2").status()).isEqualTo(400);
  }

  @Test
  void aPingOfAWebSocketPeerIsAnswered() {
    WebSocketPeer peer = webSocket();
    for (int i = 0; i < 3; i++) {
      peer.send("2");
      peer.expect("3");
    }
  }

  @Test
  void aWebSocketPeerThatDoesNotPingIsClosed() {
    WebSocketPeer.open(target().asListed(), "EIO=3").awaitClose();
  }

  @Test
  void aClosePacketEndsThePendingPollAndTheSession() {
    PollingPeer peer = polling();
    HttpExchange poll = peer.beginPoll();
    assertThat(peer.post("1:1").status()).isEqualTo(200);
    assertThat(poll.answer().text()).isEqualTo("1:6");
    assertThat(peer.poll().status()).isEqualTo(400);
  }

  // The reference ignores the packet and lets the heartbeat end the session.
  @Test
  void aClosePacketEndsAWebSocket() {
    WebSocketPeer peer = WebSocketPeer.open(target().patient(), "EIO=3");
    peer.send("1");
    peer.awaitClose();
  }

  @Test
  void aProbeIsAnsweredAndThePollLetGoBeforeTheUpgrade() {
    PollingPeer peer = polling();
    WebSocketPeer webSocket = peer.probe();
    webSocket.send("2probe");
    webSocket.expect("3probe");
    assertThat(peer.poll().text()).isEqualTo("1:6");
    webSocket.send("5");
    assertAlive(webSocket);
  }

  @Test
  void aPollAfterTheUpgradeIsRefused() {
    PollingPeer peer = polling();
    WebSocketPeer webSocket = peer.upgrade();
    assertAlive(webSocket);
    assertThat(peer.poll().status()).isEqualTo(400);
    assertAlive(webSocket);
  }

  @Test
  void aSecondWebSocketAfterTheUpgradeIsClosed() {
    PollingPeer peer = polling();
    WebSocketPeer webSocket = peer.upgrade();
    assertAlive(webSocket);
    peer.probe().awaitClose();
    assertAlive(webSocket);
  }

  private static void assertAlive(WebSocketPeer peer) {
    peer.send("4hello");
    peer.expect("4hello");
  }
}
