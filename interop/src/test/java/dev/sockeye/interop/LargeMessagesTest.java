// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.socketio.Args;
import io.netty.util.ResourceLeakDetector;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our client with more to send at once than other clients queue. */
class LargeMessagesTest {
  @RegisterExtension
  static final PeerServer SERVER =
      new PeerServer(
          io ->
              io.maxPayload(40_000_000).maxBufferedBytes(100_000_000).maxPendingBytes(50_000_000));

  private static final ResourceLeakDetector.Level LEVEL = ResourceLeakDetector.getLevel();

  /** With the level of our other tests, each step over a byte has its stack trace recorded. */
  @BeforeAll
  static void watchBuffersLessClosely() {
    ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.SIMPLE);
  }

  @AfterAll
  static void watchBuffersAsBefore() {
    ResourceLeakDetector.setLevel(LEVEL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"polling", "websocket"})
  void twentyMegabytesAreOneEvent(String transport) {
    try (SockeyePeer peer = SockeyePeer.open(SERVER.url(), transport, same -> same, Map.of())) {
      peer.connected();
      byte[] large = new byte[20_000_000];
      large[large.length - 1] = 7;
      byte[] answer = (byte[]) peer.ask("echo-ack", large).get(0);
      assertThat(answer.length).isEqualTo(large.length);
      assertThat(answer[answer.length - 1]).isEqualTo((byte) 7);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"polling", "websocket"})
  void fortyMegabytesInARowAreAllAnswered(String transport) {
    try (SockeyePeer peer = SockeyePeer.open(SERVER.url(), transport, same -> same, Map.of())) {
      peer.connected();
      byte[] megabyte = new byte[1_000_000];
      List<CompletableFuture<Args>> answers =
          IntStream.range(0, 40)
              .mapToObj(number -> peer.socket().emitWithAck("echo-ack", number, megabyte))
              .toList();
      for (int number = 0; number < answers.size(); number++) {
        assertThat(answers.get(number).join().integer(0)).isEqualTo(number);
      }
    }
  }
}
