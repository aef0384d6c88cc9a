// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.socketio.TypeReference;
import dev.sockeye.socketio.adapter.HandshakeSnapshot;
import dev.sockeye.testkit.PeerSocket;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class HandshakeTest {
  private final TestServer server = new TestServer();

  record Credentials(String token) {}

  @Test
  void itShowsTheRequest() {
    Handshake handshake = handshake("40");
    assertThat(handshake.header("user-agent")).contains("test");
    assertThat(handshake.query()).containsEntry("EIO", "4").containsEntry("room", "a b");
    assertThat(handshake.url()).startsWith("/socket.io/?").contains("EIO=4");
    assertThat(handshake.isSecure()).isFalse();
    assertThat(handshake.address()).isNotEmpty();
  }

  @Test
  void anOriginMakesItCrossDomain() {
    assertThat(handshake("40").isCrossDomain()).isTrue();
  }

  @Test
  void withoutAPayloadThereIsNoAuth() {
    Handshake handshake = handshake("40");
    assertThat(handshake.auth()).isEmpty();
    assertThat(handshake.auth(Credentials.class)).isEmpty();
  }

  @Test
  void thePayloadMayBeBound() {
    Handshake handshake = handshake("40{\"token\":\"abc\"}");
    assertThat(handshake.auth()).isEqualTo(Map.of("token", "abc"));
    assertThat(handshake.auth(Credentials.class)).contains(new Credentials("abc"));
    assertThat(handshake.auth(new TypeReference<Map<String, String>>() {}))
        .contains(Map.of("token", "abc"));
  }

  @Test
  void otherNodesSeeItInTheReferencesShape() {
    HandshakeSnapshot snapshot = handshake("40{\"token\":\"abc\"}").snapshot();
    assertThat(snapshot.headers()).containsEntry("user-agent", "test");
    assertThat(snapshot.time())
        .matches(
            "[A-Z][a-z]{2} [A-Z][a-z]{2} \\d\\d \\d{4} \\d\\d:\\d\\d:\\d\\d GMT[+-]\\d{4} \\(.+\\)");
    assertThat(snapshot.auth()).isEqualTo(Map.of("token", "abc"));
    assertThat(snapshot.xdomain()).isTrue();
  }

  private Handshake handshake(String connect) {
    AtomicReference<Socket> socket = new AtomicReference<>();
    server.io.onConnection(socket::set);
    PeerSocket wire =
        server
            .host
            .peer()
            .header("User-Agent", "test")
            .header("Origin", "https://app.example")
            .query("&room=a%20b")
            .openWebSocket();
    wire.send(connect);
    return socket.get().handshake();
  }
}
