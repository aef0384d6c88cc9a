// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.socketio.Dispatch;
import dev.sockeye.socketio.server.SocketIoServer;
import dev.sockeye.testkit.LocalHost;
import dev.sockeye.testkit.PeerSocket;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The servers of docs/parsers.md, spoken to. */
class ParsersTest {
  private static PeerSocket connect(SocketIoServer.Builder builder, String query) {
    SocketIoServer io = builder.dispatch(Dispatch.ioThread()).build();
    Parsers.readings(io);
    io.onConnection(socket -> socket.join("charts"));
    return LocalHost.of(io.engine()).peer().query(query).openWebSocket();
  }

  private static String base64(String hex) {
    return "b" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
  }

  @Test
  void aServerSpeaksMessagePack() {
    PeerSocket peer = connect(Parsers.messagePack(), "&b64=1");
    peer.send(base64("82a47479706500a36e7370a12f")).received();
    // ["raw", undefined, <01 02 03>] with the ack number 7
    peer.send(base64("84a47479706502a46461746193a3726177d40000c403010203a2696407a36e7370a12f"));
    assertThat(peer.received())
        .containsExactly(base64("84a2696407a47479706503a46461746192c003a36e7370a12f"));
  }

  @Test
  void aListenersTypeIsBoundWhateverTheParser() {
    PeerSocket peer = connect(Parsers.custom(), "");
    peer.send("4{\"type\":0,\"nsp\":\"/\"}").received();
    String reading = "{\"sensor\":\"a\",\"value\":1.5,\"time\":\"1970-01-01T00:00:00Z\"}";
    peer.send("4{\"type\":2,\"nsp\":\"/\",\"data\":[\"reading\"," + reading + "]}");
    assertThat(peer.received())
        .containsExactly("4{\"type\":2,\"nsp\":\"/\",\"data\":[\"point\"," + reading + "]}");
  }

  @Test
  void aCustomParserConnectsAndAcknowledges() {
    SocketIoServer io = Parsers.custom().dispatch(Dispatch.ioThread()).build();
    io.onConnection(socket -> socket.on("add", (a, ack) -> ack.send(a.integer(0) + a.integer(1))));
    PeerSocket peer = LocalHost.of(io.engine()).peer().openWebSocket();
    peer.send("4{\"type\":0,\"nsp\":\"/\"}");
    assertThat(peer.received().get(0)).startsWith("4{\"type\":0,\"nsp\":\"/\",\"data\":[{\"sid\":");
    peer.send("4{\"type\":2,\"nsp\":\"/\",\"id\":3,\"data\":[\"add\",1,2]}");
    assertThat(peer.received())
        .containsExactly("4{\"type\":3,\"nsp\":\"/\",\"id\":3,\"data\":[3]}");
  }

  @Test
  void whatACustomParserRefusesClosesTheConnection() {
    PeerSocket peer = connect(Parsers.custom(), "");
    assertThat(peer.send("4[1]").isClosed()).isTrue();
  }

  @Test
  void moreAttachmentsAreAcceptedWhereTheParserSaysSo() {
    PeerSocket peer = connect(Parsers.withLimits(), "").send("40");
    assertThat(peer.send("451" + "1-[\"a\"]").isClosed()).isFalse();
  }
}
