// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.Transport;
import org.junit.jupiter.api.Test;

/** Clients of revision 3 of the protocol: the official suite's rules, and what it leaves out. */
class EngineIo3Test {
  private final TestEngine server = TestEngine.ofTheSuite(options -> options.allowEio3(true));

  private RawPeer peer() {
    return server.peer().eio3();
  }

  @Test
  void aPollingHandshakeHasItsLengthInFront() {
    String body = peer().get().body();
    int colon = body.indexOf(':');
    String packet = body.substring(colon + 1);
    assertThat(Integer.parseInt(body.substring(0, colon))).isEqualTo(packet.length());
    assertThat(packet)
        .contains("\"upgrades\":[\"websocket\"],\"pingInterval\":300,\"pingTimeout\":200");
  }

  @Test
  void everyOtherRevisionCountsAsThree() {
    assertThat(server.peer().get("EIO=abc&transport=polling").body()).matches("\\d+:0\\{.*}");
  }

  @Test
  void anUnknownTransportIsRefused() {
    assertThat(server.peer().get("EIO=3&transport=abc").status()).isEqualTo(400);
    assertThat(server.peer().upgrade("EIO=3&transport=abc").status()).isEqualTo(400);
  }

  @Test
  void anotherMethodIsRefused() {
    assertThat(peer().post("").status()).isEqualTo(400);
  }

  @Test
  void aWebSocketHandshakeOffersNoUpgrade() {
    assertThat(peer().webSocket().received().get(0)).startsWith("0{").contains("\"upgrades\":[]");
  }

  @Test
  void aMessageComesBackOverPolling() {
    RawPeer peer = peer().open();
    assertThat(peer.post("6:4hello").body()).isEqualTo("ok");
    assertThat(peer.get().body()).isEqualTo("6:4hello");
  }

  @Test
  void severalMessagesComeBackInOnePayload() {
    RawPeer peer = peer().open();
    peer.post("6:4test16:4test26:4test3");
    assertThat(peer.get().body()).isEqualTo("6:4test16:4test26:4test3");
  }

  @Test
  void aBlobIsBase64ForAPeerThatAsksForIt() {
    RawPeer peer = peer().query("&b64=1").open();
    peer.post("6:4hello10:b4AQIDBA==");
    assertThat(peer.get().body()).isEqualTo("6:4hello10:b4AQIDBA==");
  }

  @Test
  void aPayloadWithABlobIsBinary() {
    RawPeer peer = peer().open();
    peer.post("6:4hello10:b4AQIDBA==");
    LocalExchange poll = peer.get();
    assertThat(poll.header("Content-Type")).isEqualTo("application/octet-stream");
    assertThat(poll.response().body())
        .isEqualTo("\0\6\u00ff4hello\1\5\u00ff\4\1\2\3\4".getBytes(ISO_8859_1));
  }

  @Test
  void aBinaryPayloadCanBePosted() {
    RawPeer peer = peer().header("Content-Type", "application/octet-stream").open();
    peer.post("\0\6\u00ff4hello\1\5\u00ff\4\1\2\3\4".getBytes(ISO_8859_1));
    assertThat(server.recorder.events())
        .containsExactly("open", "message hello", "message binary[4]");
  }

  @Test
  void lengthsCountUtf16Units() {
    RawPeer peer = peer().open();
    peer.post("4:4€😀".getBytes(UTF_8));
    assertThat(peer.get().body()).isEqualTo("4:4€😀");
  }

  @Test
  void whatIsNoPayloadClosesTheSession() {
    RawPeer peer = peer().open();
    peer.post("abc");
    assertThat(peer.get().status()).isEqualTo(400);
  }

  @Test
  void whatComesBeforeAMalformedPacketCounts() {
    peer().open().post("2:4a2:xy2:4b");
    assertThat(server.recorder.events()).containsExactly("open", "message a", "close parse error");
  }

  @Test
  void aMessageComesBackOverWebSocket() {
    assertThat(peer().openWebSocket().send("4hello").received()).containsExactly("4hello");
  }

  @Test
  void aBlobOverWebSocketHasItsTypeInFront() {
    PeerSocket socket = peer().openWebSocket().sendBinary(new byte[] {4, 1, 2, 3, 4});
    assertThat(socket.received()).containsExactly("0x0401020304");
  }

  @Test
  void aBlobOverWebSocketIsTextForAPeerThatAsksForIt() {
    PeerSocket socket = peer().query("&b64=1").openWebSocket();
    assertThat(socket.send("b4AQIDBA==").received()).containsExactly("b4AQIDBA==");
  }

  @Test
  void whatIsNoPacketClosesTheWebSocket() {
    assertThat(peer().openWebSocket().send("abc").isClosed()).isTrue();
  }

  @Test
  void theClientPingsAndTheServerAnswers() {
    RawPeer peer = peer().open();
    for (int i = 0; i < 3; i++) {
      peer.post("1:2");
      assertThat(peer.get().body()).isEqualTo("1:3");
    }
    assertThat(peer().openWebSocket().send("2").received()).containsExactly("3");
  }

  @Test
  void aPingsDataIsNotSentBack() {
    assertThat(peer().openWebSocket().send("2probe").received()).containsExactly("3");
  }

  @Test
  void aMissingPingClosesTheSessionAfterIntervalAndTimeout() {
    RawPeer peer = peer().open();
    server.advance(ofMillis(499));
    assertThat(server.session().isOpen()).isTrue();
    server.advance(ofMillis(1));
    assertThat(peer.post("1:2").status()).isEqualTo(400);
    assertThat(server.recorder.lastEvent()).isEqualTo("close ping timeout");
  }

  @Test
  void eachPingGivesTheFullTimeAgain() {
    PeerSocket socket = peer().openWebSocket();
    server.advance(ofMillis(400));
    socket.send("2");
    server.advance(ofMillis(499));
    assertThat(socket.isClosed()).isFalse();
    server.advance(ofMillis(1));
    assertThat(socket.isClosed()).isTrue();
  }

  @Test
  void aPongOfTheClientIsTheWrongWayRound() {
    peer().openWebSocket().send("3");
    assertThat(server.recorder.closeCause()).isEqualTo("invalid heartbeat direction: PONG");
  }

  @Test
  void aClosePacketReleasesThePoll() {
    RawPeer peer = peer().open();
    LocalExchange poll = peer.get();
    peer.post("1:1");
    assertThat(poll.body()).isEqualTo("1:6");
    assertThat(peer.get().status()).isEqualTo(400);
  }

  @Test
  void aClosePacketClosesTheWebSocket() {
    assertThat(peer().openWebSocket().send("1").isClosed()).isTrue();
  }

  @Test
  void aSessionIsUpgraded() {
    RawPeer peer = peer().open();
    LocalExchange poll = peer.get();
    PeerSocket socket = peer.webSocket().send("2probe");
    assertThat(socket.received()).containsExactly("3probe");
    assertThat(poll.body()).isEqualTo("1:6");
    assertThat(socket.send("5", "4hello").received()).containsExactly("4hello");
    assertThat(server.session().transport()).isEqualTo(Transport.WEBSOCKET);
  }

  @Test
  void afterAnUpgradeOtherRequestsOfTheSessionAreRefused() {
    RawPeer peer = peer().open();
    PeerSocket socket = peer.webSocket().send("2probe", "5");
    assertThat(peer.get().status()).isEqualTo(400);
    assertThat(peer.webSocket().isClosed()).isTrue();
    assertThat(socket.isClosed()).isFalse();
  }
}
