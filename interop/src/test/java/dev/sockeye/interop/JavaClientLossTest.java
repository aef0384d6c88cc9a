// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The official Java client when it loses its connection.
 *
 * <p>Over WebSocket it takes no notice of a server that closes, the official one included, until it
 * misses a ping: so these have not long to wait for one.
 */
class JavaClientLossTest {
  @RegisterExtension static final PeerServer SERVER = new PeerServer(Duration.ofSeconds(2));

  @ParameterizedTest
  @ValueSource(strings = {"polling", "websocket", "upgrade"})
  void theClientComesBackWithANewId(String transport) {
    try (JavaPeer peer = new JavaPeer(SERVER.url() + "/", transport, Map.of())) {
      String id = peer.settled().id();
      peer.emit("cut");
      peer.next("disconnect");
      assertThat(peer.settled().id()).isNotEqualTo(id);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"polling", "websocket", "upgrade"})
  void aMessageOfOneByteTooManyEndsTheConnection(String transport) {
    try (JavaPeer peer = new JavaPeer(SERVER.url() + "/", transport, Map.of())) {
      peer.settled();
      peer.emit("echo", "x".repeat(PeerServer.MAX_PAYLOAD - "42[\"echo\",\"\"]".length() + 1));
      assertThat(peer.next("disconnect")).isNotEmpty();
    }
  }
}
