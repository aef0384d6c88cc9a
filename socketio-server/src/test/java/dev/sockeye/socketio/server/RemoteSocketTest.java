// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sockeye.socketio.Args;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RemoteSocketTest {
  private final TestServer server = new TestServer();
  private final TestClient ann = server.connect();
  private final TestClient bob = server.connect();

  @Test
  void allSocketsAreFound() {
    assertThat(server.io.fetchSockets().join())
        .extracting(RemoteSocket::id)
        .containsExactlyInAnyOrder(ann.id, bob.id);
  }

  @Test
  void theSocketsOfARoomAreFound() {
    socket(ann).join("a");
    assertThat(server.io.in("a").fetchSockets().join())
        .extracting(RemoteSocket::id)
        .containsExactly(ann.id);
  }

  @Test
  void theyShowWhatTheSocketIsLike() {
    socket(ann).join("a");
    socket(ann).data().put("user", "ann");
    RemoteSocket remote = fetch(ann);
    assertThat(remote.rooms()).containsExactly(ann.id, "a");
    assertThat(remote.data()).isEqualTo(Map.of("user", "ann"));
    assertThat(remote.handshake().query()).containsEntry("transport", "websocket");
  }

  @Test
  void theyAreCopies() {
    RemoteSocket remote = fetch(ann);
    socket(ann).join("a");
    socket(ann).data().put("user", "ann");
    assertThat(remote.rooms()).containsExactly(ann.id);
    assertThat(remote.data()).isEmpty();
  }

  @Test
  void theyReachTheSocket() {
    RemoteSocket remote = fetch(ann);
    remote.join("a");
    remote.emit("hi");
    server.host.runPending();
    assertThat(ann.received()).containsExactly("42[\"hi\"]");
    assertThat(bob.received()).isEmpty();
    assertThat(socket(ann).rooms()).contains("a");
    remote.leave("a");
    assertThat(socket(ann).rooms()).doesNotContain("a");
    remote.disconnect();
    server.host.runPending();
    assertThat(ann.received()).containsExactly("41");
  }

  @Test
  void theirAnswerIsOne() {
    CompletableFuture<Args> answer = fetch(ann).timeout(Duration.ofSeconds(5)).emitWithAck("ask");
    server.host.runPending();
    ann.send("430[1]");
    assertThat(answer.join().toList()).isEqualTo(List.of(1));
  }

  @Test
  void askingASocketThatHasLeftFails() {
    RemoteSocket remote = fetch(ann);
    ann.wire.close();
    assertThatThrownBy(() -> remote.emitWithAck("ask").join())
        .hasCauseInstanceOf(DisconnectedException.class);
  }

  private Socket socket(TestClient client) {
    return server.io.of("/").socket(client.id).orElseThrow();
  }

  private RemoteSocket fetch(TestClient client) {
    return server.io.in(client.id).fetchSockets().join().get(0);
  }
}
