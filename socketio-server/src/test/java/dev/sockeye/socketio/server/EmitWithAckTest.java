// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sockeye.socketio.AckTimeoutException;
import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.BindingException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers of the client to events of the server. */
class EmitWithAckTest {
  private final TestServer server = new TestServer();
  private final AtomicReference<Socket> socket = new AtomicReference<>();

  record Receipt(int number) {}

  @BeforeEach
  void keepTheSocket() {
    server.io.onConnection(socket::set);
  }

  @Test
  void numbersCountUpOverAllSocketsOfANamespace() {
    TestClient ann = server.connect();
    emit("a");
    TestClient bob = server.connect();
    emit("b");
    assertThat(ann.received()).containsExactly("420[\"a\"]");
    assertThat(bob.received()).containsExactly("421[\"b\"]");
  }

  @Test
  void theAnswerCompletesTheFuture() {
    TestClient client = server.connect();
    CompletableFuture<Args> answer = emit("ask", 1);
    assertThat(answer).isNotDone();
    client.send("430[\"yes\",2]");
    assertThat(answer.join().toList()).isEqualTo(java.util.List.of("yes", 2));
  }

  @Test
  void theAnswerMayBeBoundToAType() {
    TestClient client = server.connect();
    CompletableFuture<Receipt> answer = socket.get().emitWithAck("ask", Receipt.class, 1);
    server.host.runPending();
    client.send("430[{\"number\":7}]");
    assertThat(answer.join()).isEqualTo(new Receipt(7));
  }

  @Test
  void anAnswerThatDoesNotFitTheTypeFailsTheFuture() {
    TestClient client = server.connect();
    CompletableFuture<Receipt> answer = socket.get().emitWithAck("ask", Receipt.class, 1);
    server.host.runPending();
    client.send("430[]");
    assertThatThrownBy(answer::join).hasCauseInstanceOf(BindingException.class);
  }

  @Test
  void binaryAnswersComeWithTheirAttachments() {
    TestClient client = server.connect();
    CompletableFuture<Args> answer = emit("ask");
    client.send("461-0[{\"_placeholder\":true,\"num\":0}]").sendBinary(1, 2);
    assertThat(answer.join().bytes(0)).containsExactly(1, 2);
  }

  @Test
  void unknownAndRepeatedAnswersAreIgnored() {
    TestClient client = server.connect();
    CompletableFuture<Args> answer = emit("ask");
    client.send("4399[\"?\"]", "430[1]", "430[2]");
    assertThat(answer.join().integer(0)).isEqualTo(1);
    assertThat(client.isClosed()).isFalse();
  }

  @Test
  void theTimeoutFailsTheFuture() {
    server.connect();
    CompletableFuture<Args> answer = socket.get().timeout(Duration.ofSeconds(5)).emitWithAck("ask");
    server.advance(Duration.ofMillis(4999));
    assertThat(answer).isNotDone();
    server.advance(Duration.ofMillis(1));
    assertThatThrownBy(answer::join)
        .hasCauseInstanceOf(AckTimeoutException.class)
        .hasRootCauseMessage("operation has timed out");
  }

  @Test
  void anAnswerAfterTheTimeoutIsIgnored() {
    TestClient client = server.connect();
    CompletableFuture<Args> answer = socket.get().timeout(Duration.ofSeconds(5)).emitWithAck("ask");
    server.advance(Duration.ofSeconds(5));
    client.send("430[1]");
    assertThat(answer).isCompletedExceptionally();
    assertThat(client.isClosed()).isFalse();
  }

  @Test
  void anAnswerStopsTheTimer() {
    TestClient client = server.connect();
    int before = server.host.pendingTimers();
    CompletableFuture<Args> answer = socket.get().timeout(Duration.ofSeconds(5)).emitWithAck("ask");
    server.host.runPending();
    client.send("430[]");
    assertThat(answer).isCompleted();
    assertThat(server.host.pendingTimers()).isEqualTo(before);
  }

  @Test
  void theEndOfTheSocketFailsTheFuture() {
    TestClient client = server.connect();
    CompletableFuture<Args> answer = socket.get().timeout(Duration.ofDays(1)).emitWithAck("ask");
    client.wire.close();
    assertThatThrownBy(answer::join)
        .hasCauseInstanceOf(DisconnectedException.class)
        .hasRootCauseMessage("socket has been disconnected: transport close");
    assertThat(server.host.pendingTimers()).isZero();
  }

  @Test
  void askingASocketThatHasLeftFailsAtOnce() {
    server.connect().send("41");
    CompletableFuture<Args> answer = socket.get().timeout(Duration.ofDays(1)).emitWithAck("ask");
    assertThatThrownBy(answer::join)
        .cause()
        .isInstanceOfSatisfying(
            DisconnectedException.class,
            e -> assertThat(e.reason()).contains(DisconnectReason.CLIENT_NAMESPACE_DISCONNECT));
  }

  @Test
  void answersOfEmptyPendingTablesCostNothing() {
    TestClient client = server.connect().send("430[1]");
    assertThat(client.isClosed()).isFalse();
    assertThat(socket.get().pendingAcks().size()).isZero();
  }

  private CompletableFuture<Args> emit(String event, Object... args) {
    CompletableFuture<Args> answer = socket.get().emitWithAck(event, args);
    server.host.runPending();
    return answer;
  }
}
