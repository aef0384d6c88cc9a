// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.socketio.JsonParser;
import dev.sockeye.socketio.MessagePackParser;
import dev.sockeye.socketio.spi.Parser;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.CsvSource;

/** Our client when the official server has lost it, and knows it again. */
@ParameterizedClass
@CsvSource({
  "recovery,polling",
  "recovery,websocket",
  "recovery,upgrade",
  "recovery-msgpack,polling",
  "recovery-msgpack,websocket",
  "recovery-msgpack,upgrade"
})
class ClientRecoveryTest {
  private final ServerProcess server;
  private final SockeyePeer peer;

  ClientRecoveryTest(String kind, String transport) {
    Parser parser = kind.endsWith("msgpack") ? MessagePackParser.create() : JsonParser.create();
    server = ServerProcess.node(kind);
    peer = SockeyePeer.open(server.url(), transport, client -> client.parser(parser), Map.of());
    peer.connected();
    peer.next("auth");
    peer.settled();
  }

  @AfterEach
  void close() {
    peer.close();
    server.close();
  }

  private void hearsWhatItMissed() {
    assertThat(peer.next("news").get(0)).isEqualTo(1);
    assertThat(peer.next("news").subList(0, 2)).containsExactly(new byte[] {2}, "with text");
    assertThat(peer.next("news").get(0)).isEqualTo(3);
  }

  @Test
  void whatWasMissedComesInOrderAndOnce() {
    String id = peer.socket().id().orElseThrow();
    peer.emit("news", 0);
    assertThat(peer.next("news").get(0)).isEqualTo(0);
    peer.emit("cut");
    assertThat(peer.disconnected()).isEqualTo("transport close");
    assertThat(peer.connected()).isTrue();
    assertThat(peer.socket().id()).contains(id);
    hearsWhatItMissed();
  }

  @Test
  void nothingComesTwiceAfterTwoLosses() {
    for (int loss = 0; loss < 2; loss++) {
      peer.emit("cut");
      peer.disconnected();
      assertThat(peer.connected()).isTrue();
      hearsWhatItMissed();
      peer.next("auth");
    }
  }

  @Test
  void aClientThatWasSentAwayIsSomebodyNew() {
    String id = peer.socket().id().orElseThrow();
    peer.emit("leave-me");
    assertThat(peer.disconnected()).isEqualTo("io server disconnect");
    peer.socket().connect();
    assertThat(peer.connected()).isFalse();
    assertThat(peer.socket().id()).isNotEqualTo(Optional.of(id));
  }
}
