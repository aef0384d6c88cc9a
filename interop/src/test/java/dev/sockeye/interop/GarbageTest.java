// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.testkit.WireServer;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our client with servers that have a gigabyte of garbage to say: it hangs up early. */
class GarbageTest {
  @RegisterExtension static final Leftovers LEFTOVERS = new Leftovers();

  private static final int LIMIT = 1_000_000;
  private static final long GIGABYTE = 1L << 30;

  /** The limit, and what the system's buffers take on the way. */
  private static final long EARLY = 100_000_000;

  private static final String HANDSHAKE =
      "0{\"sid\":\"a\",\"upgrades\":[],\"pingInterval\":25000,\"pingTimeout\":20000}";

  /** How many bytes the server got rid of before the client hung up. */
  private final CompletableFuture<Long> said = new CompletableFuture<>();

  /** What comes over a WebSocket once the session is open, and how that ends. */
  private enum Garbage {
    NO_FRAMES("transport error", "", "\u007f".repeat(1000)),
    A_FRAME_OF_ONE_GIGABYTE(
        "transport error", "\u0081\u007f\0\0\0\0\u0040\0\0\0", "x".repeat(1000)),
    A_MESSAGE_WITHOUT_END(
        "transport error", "\u0001\u0001x", "\0\u007e\u0003\u00e8" + "x".repeat(1000)),
    PACKETS_OF_NO_KNOWN_TYPE("parse error", "", "\u0081\u0002zz".repeat(250)),
    EVENTS_THAT_ARE_NONE("parse error", "", "\u0081\u0004427}".repeat(250));

    private final String reason;
    private final String first;
    private final String repeated;

    Garbage(String reason, String first, String repeated) {
      this.reason = reason;
      this.first = first;
      this.repeated = repeated;
    }
  }

  @ParameterizedTest
  @EnumSource
  void garbageOverAWebSocketIsHungUpOn(Garbage garbage) {
    WireServer.Script script =
        server -> {
          server.accept(server.head(), "").sendFrame(0x81, HANDSHAKE);
          server.frame();
          server.sendFrame(0x81, "40{\"sid\":\"b\"}");
          sayForAGigabyte(server, garbage.first, garbage.repeated);
        };
    try (WireServer server = WireServer.start(script);
        SockeyePeer peer = open(server, "websocket")) {
      peer.connected();
      assertThat(peer.disconnected()).isEqualTo(garbage.reason);
      assertThat(bytesSaid()).isLessThan(EARLY);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"polling", "websocket"})
  void anAnswerOfOneGigabyteIsHungUpOn(String transport) {
    WireServer.Script script =
        server -> {
          server.head();
          sayForAGigabyte(server, "HTTP/1.1 200 OK\r\n\r\n", "garbage ".repeat(1000));
        };
    try (WireServer server = WireServer.start(script);
        SockeyePeer peer = open(server, transport)) {
      assertThat(peer.refused().get(0).toString())
          .containsAnyOf("xhr poll error", "answered the WebSocket handshake with 200");
      assertThat(bytesSaid()).isLessThan(EARLY);
    }
  }

  private static SockeyePeer open(WireServer server, String transport) {
    return SockeyePeer.open(
        "http://localhost:" + server.port(),
        transport,
        client -> client.reconnection(false).maxMessageBytes(LIMIT).maxResponseBytes(LIMIT),
        Map.of());
  }

  /** As long as the client listens. */
  private void sayForAGigabyte(WireServer.Peer server, String first, String repeated) {
    byte[] block = repeated.repeat(10).getBytes(ISO_8859_1);
    long count = 0;
    try {
      server.say(first);
      for (; count < GIGABYTE; count += block.length) {
        server.say(block);
      }
    } catch (IOException hungUp) {
      // as it should
    }
    said.complete(count);
  }

  private long bytesSaid() {
    return said.orTimeout(20, TimeUnit.SECONDS).join();
  }
}
