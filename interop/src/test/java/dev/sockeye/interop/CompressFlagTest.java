// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.socketio.client.ClientSocket;
import dev.sockeye.testkit.WireServer;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The first bytes of a client's frames: the bit RSV1 says that a message is compressed. */
class CompressFlagTest {
  private static final String HANDSHAKE =
      "0{\"sid\":\"a\",\"upgrades\":[],\"pingInterval\":25000,\"pingTimeout\":20000}";
  private static final byte CLOSE = (byte) 0x88;
  private static final String TEXT = "81";
  private static final String COMPRESSED_TEXT = "c1";
  private static final String BLOB = "82";
  private static final String COMPRESSED_BLOB = "c2";

  private final BlockingQueue<String> firstBytes = new LinkedBlockingQueue<>();
  private final WireServer server = WireServer.start(this::serve);
  private final SockeyePeer peer =
      SockeyePeer.open(
          "http://localhost:" + server.port(), "websocket", client -> client, Map.of());
  private final String large = "x".repeat(2_000);
  private final byte[] blob = new byte[2_000];

  @AfterEach
  void close() {
    peer.close();
    server.close();
  }

  private void serve(WireServer.Peer client) throws IOException {
    client
        .accept(client.head(), "Sec-WebSocket-Extensions: permessage-deflate\r\n")
        .sendFrame(0x81, HANDSHAKE);
    client.frame();
    client.sendFrame(0x81, "40{\"sid\":\"b\"}");
    for (byte[] frame = client.frame(); frame[0] != CLOSE; frame = client.frame()) {
      firstBytes.add("%02x".formatted(frame[0]));
    }
  }

  private ClientSocket connected() {
    peer.connected();
    return peer.socket();
  }

  private String next() {
    try {
      return firstBytes.poll(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted while waiting for a frame", e);
    }
  }

  @Test
  void aLargeEventIsCompressedUnlessItsSenderSaysNo() {
    ClientSocket socket = connected();
    socket.emit("event", large);
    socket.compress(false).emit("event", large);
    socket.compress(true).emit("event", large);
    assertThat(next()).isEqualTo(COMPRESSED_TEXT);
    assertThat(next()).isEqualTo(TEXT);
    assertThat(next()).isEqualTo(COMPRESSED_TEXT);
  }

  @Test
  void theFlagCountsForTheAttachmentsToo() {
    ClientSocket socket = connected();
    socket.emit("event", large, blob);
    socket.compress(false).emit("event", large, blob);
    assertThat(next()).isEqualTo(COMPRESSED_TEXT);
    assertThat(next()).isEqualTo(COMPRESSED_BLOB);
    assertThat(next()).isEqualTo(TEXT);
    assertThat(next()).isEqualTo(BLOB);
  }

  @Test
  void aQuestionMayGoUncompressedAndASmallEventAlwaysDoes() {
    ClientSocket socket = connected();
    var unanswered = socket.compress(false).emitWithAck("event", large);
    socket.emit("event", "small");
    assertThat(next()).isEqualTo(TEXT);
    assertThat(next()).isEqualTo(TEXT);
    assertThat(unanswered).isNotDone();
  }
}
