// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.testkit.PeerSocket;
import dev.sockeye.testkit.RawPeer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Clients of Socket.IO 2, which {@code allowEio3} lets in. */
class OldClientTest {
  private final TestServer server =
      new TestServer(options -> options.allowEio3(true).connectTimeout(Duration.ofSeconds(1)));
  private final RawPeer peer = server.host.peer().eio3();

  @Test
  void theyAreInTheMainNamespaceWithoutAsking() {
    assertThat(peer.webSocket().received())
        .satisfiesExactly(
            handshake -> assertThat(handshake).startsWith("0{"),
            connect -> assertThat(connect).isEqualTo("40"));
  }

  @Test
  void theConnectTimeoutIsNotForThem() {
    PeerSocket wire = peer.openWebSocket();
    server.advance(Duration.ofSeconds(2));
    assertThat(wire.isClosed()).isFalse();
  }

  @Test
  void theirIdsComeFromTheSession() {
    server.io.of("/admin");
    peer.openWebSocket().send("40/admin,");
    String sid = server.io.of("/").sockets().iterator().next().conn().id();
    assertThat(server.io.of("/").socket(sid)).isPresent();
    assertThat(server.io.of("/admin").socket("/admin#" + sid)).isPresent();
  }

  @Test
  void anotherNamespaceIsConfirmedWithoutData() {
    server.io.of("/admin");
    PeerSocket wire = peer.openWebSocket();
    wire.received();
    assertThat(wire.send("40/admin,").received()).containsExactly("40/admin,");
  }

  @Test
  void aQueryInTheNameIsTheAuth() {
    server.io.of("/admin").onConnection(socket -> socket.emit("auth", socket.handshake().auth()));
    PeerSocket wire = peer.openWebSocket();
    wire.received();
    assertThat(wire.send("40/admin?token=a%20b,").received())
        .containsExactly("40/admin,", "42/admin,[\"auth\",{\"token\":\"a b\"}]");
  }

  @Test
  void aRefusalIsItsMessageOrItsData() {
    server
        .io
        .of("/message")
        .use(
            socket -> {
              throw new ConnectionRefusedException("no");
            });
    server
        .io
        .of("/data")
        .use(
            socket -> {
              throw new ConnectionRefusedException("no", Map.of("code", 7));
            });
    PeerSocket wire = peer.openWebSocket();
    wire.received();
    assertThat(wire.send("40/message,", "40/data,").received())
        .containsExactly("44/message,\"no\"", "44/data,{\"code\":7}");
  }

  @Test
  void eventsAndAnswersGoBothWays() {
    server.io.onConnection(socket -> socket.on("ask", (args, ack) -> ack.send(args.get(0))));
    PeerSocket wire = peer.openWebSocket();
    wire.received();
    assertThat(wire.send("427[\"ask\",1]").received()).containsExactly("437[1]");
  }

  @Test
  void theQueryIsNoPartOfTheNameInEventsEither() {
    server.io.of("/admin").onConnection(socket -> socket.onRequest("hi", () -> "hello"));
    PeerSocket wire = peer.openWebSocket();
    wire.send("40/admin?token=a,").received();
    assertThat(wire.send("42/admin?token=a,1[\"hi\"]").received())
        .containsExactly("43/admin,1[\"hello\"]");
  }
}
