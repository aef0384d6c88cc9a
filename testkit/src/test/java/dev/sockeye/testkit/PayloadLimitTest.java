// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static dev.sockeye.testkit.TestEngine.RS;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The limits of what a peer may send: {@code maxPayload} and {@code maxPacketsPerPayload}. */
class PayloadLimitTest {
  private final TestEngine server =
      TestEngine.with(options -> options.maxPayload(10).maxPacketsPerPayload(3));

  @Test
  void aBodyOfExactlyTheLimitIsTaken() {
    server.peer().open().post("4123456789");
    assertThat(server.recorder.lastEvent()).isEqualTo("message 123456789");
  }

  @Test
  void aByteMoreIsTooLargeButTheSessionLivesOn() {
    LocalExchange post = server.peer().open().post("41234567890");
    assertThat(post.status()).isEqualTo(413);
    assertThat(post.response().headers().size()).isZero();
    assertThat(post.body()).isEmpty();
    assertThat(server.recorder.events()).containsExactly("open");
    assertThat(server.session().isOpen()).isTrue();
  }

  @Test
  void theLimitCountsWhileTheBodyComesIn() {
    LocalExchange post = server.peer().open().beginPost();
    post.sendChunk(new byte[6]);
    server.host.runPending();
    assertThat(post.isAnswered()).isFalse();
    post.sendChunk(new byte[6]);
    server.host.runPending();
    assertThat(post.status()).isEqualTo(413);
  }

  @Test
  void theNextPostIsTakenAgain() {
    RawPeer peer = server.peer().open();
    peer.post("41234567890");
    assertThat(peer.post("4hi").body()).isEqualTo("ok");
    assertThat(server.recorder.lastEvent()).isEqualTo("message hi");
  }

  @Test
  void aWebSocketMessageOverTheLimitClosesWith1009() {
    PeerSocket socket = server.peer().openWebSocket();
    assertThat(socket.send("4123456789").isClosed()).isFalse();
    socket.send("41234567890");
    assertThat(socket.closeCode()).isEqualTo(1009);
    assertThat(server.recorder.lastEvent()).isEqualTo("close transport error");
  }

  @Test
  void tooManyPacketsAreAParseError() {
    RawPeer peer = server.peer().open();
    peer.post(String.join(RS, "4a", "4b", "4c"));
    assertThat(server.recorder.lastEvent()).isEqualTo("message c");
    assertThat(peer.post(String.join(RS, "4", "4", "4", "4")).body()).isEqualTo("ok");
    assertThat(server.recorder.lastEvent()).isEqualTo("close parse error");
  }
}
