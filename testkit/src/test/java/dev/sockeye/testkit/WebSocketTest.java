// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions that begin over WebSocket. */
class WebSocketTest {
  private final TestEngine server = TestEngine.create();
  private final RawPeer peer = server.peer();
  private final PeerSocket socket = peer.openWebSocket();

  @Test
  void aTextComesBack() {
    server.echo();
    assertThat(socket.send("4hello").received()).containsExactly("4hello");
  }

  @Test
  void aBlobComesBackAsItIs() {
    server.echo();
    assertThat(socket.sendBinary((byte) 1, (byte) 2).received()).containsExactly("0x0102");
  }

  @Test
  void aBlobIsTextForAPeerThatAsksForBase64() {
    server.echo();
    PeerSocket base64 = server.peer().query("&b64=1").openWebSocket();
    assertThat(base64.send("bAQIDBA==").received()).containsExactly("bAQIDBA==");
  }

  @Test
  void anEmptyMessageIsAMessage() {
    server.echo();
    assertThat(socket.send("4").received()).containsExactly("4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "", "7", "9x", "/"})
  void whatIsNoPacketClosesTheSession(String text) {
    socket.send(text);
    assertThat(socket.isClosed()).isTrue();
    assertThat(server.recorder.lastEvent()).isEqualTo("close parse error");
  }

  @Test
  void aClosePacketClosesAtOnce() {
    socket.send("1");
    assertThat(socket.closeCode()).isEqualTo(1005);
    assertThat(server.recorder.lastEvent()).isEqualTo("close transport close");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "5", "6", "6x"})
  void packetsWithoutMeaningAreIgnored(String text) {
    socket.send(text);
    assertThat(socket.isClosed()).isFalse();
    assertThat(server.recorder.events()).containsExactly("open");
  }

  @Test
  void thePeersCloseIsATransportClose() {
    socket.close();
    assertThat(server.recorder.lastEvent()).isEqualTo("close transport close");
  }

  @Test
  void aLostConnectionIsATransportClose() {
    socket.drop();
    assertThat(server.recorder.lastEvent()).isEqualTo("close transport close");
    assertThat(server.recorder.closeCause()).isEqualTo("connection reset");
  }

  @Test
  void aSecondWebSocketCanNotTakeTheSessionOver() {
    PeerSocket thief = server.peer().webSocket(peer.sid()).send("2probe", "5");
    assertThat(thief.isClosed()).isTrue();
    assertThat(thief.received()).isEmpty();
    assertThat(socket.isClosed()).isFalse();
  }

  @Test
  void whatAListenerThrowsClosesItsSessionOnly() {
    PeerSocket other = server.peer().openWebSocket();
    server.recorder.onMessage(
        (session, data) -> {
          throw new IllegalStateException("on purpose");
        });
    socket.send("4a", "4b");
    assertThat(socket.isClosed()).isTrue();
    assertThat(other.isClosed()).isFalse();
    assertThat(server.recorder.events())
        .containsExactly("open", "open", "message a", "close forced close");
  }

  @Test
  void aSessionThatDoesNotReadStopsItsWebSocket() {
    server.onThread(() -> server.recorder.sessions().get(0).setReadable(false));
    socket.send("4a");
    assertThat(socket.local().isRead()).isFalse();
    assertThat(server.recorder.events()).containsExactly("open");

    server.onThread(() -> server.recorder.sessions().get(0).setReadable(true));
    assertThat(server.recorder.lastEvent()).isEqualTo("message a");
  }
}
