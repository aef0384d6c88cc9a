// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.server.spi.Listening;
import dev.sockeye.socketio.server.SocketIoServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@code curl -i} shows of a server with its defaults (but one that ends sooner). */
class CurlTest {
  private static final String HANDSHAKE =
      "0\\{\"sid\":\"[A-Za-z0-9_-]{20}\",\"upgrades\":\\[\"websocket\"],\"pingInterval\":25000,"
          + "\"pingTimeout\":20000,\"maxPayload\":1000000}";

  private static Listening server;

  /** The answer to {@code curl -i "http://localhost:<port>/socket.io/?EIO=4&transport=polling"}. */
  private static HttpAnswer answer;

  @BeforeAll
  static void ask() {
    server = SocketIoServer.builder().drainTimeout(Duration.ofMillis(100)).build().listen(0);
    answer = Endpoint.local(server.port(), "/socket.io/").get("?EIO=4&transport=polling");
  }

  @AfterAll
  static void close() {
    server.close();
  }

  @Test
  void theStatusIs200() {
    assertThat(answer.statusLine()).isEqualTo("HTTP/1.1 200 OK");
  }

  @Test
  void theBodyIsPlainText() {
    assertThat(answer.headers()).containsEntry("Content-Type", "text/plain; charset=UTF-8");
  }

  @Test
  void theLengthIsThatOfTheBody() {
    int length = answer.text().getBytes(StandardCharsets.UTF_8).length;
    assertThat(answer.headers()).containsEntry("Content-Length", Integer.toString(length));
  }

  @Test
  void theBodyIsAHandshake() {
    assertThat(answer.text()).matches(HANDSHAKE);
  }
}
