// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sockeye.socketio.AckTimeoutException;
import dev.sockeye.socketio.Args;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Events that are sent until they are answered. */
class RetryTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final ScriptedServer server = new ScriptedServer();
  private final SocketIoClient client = server.client().retries(2).ackTimeout(TIMEOUT).build();
  private final ClientSocket socket = client.socket();

  private ScriptedPeer connect() {
    ScriptedPeer peer = server.accept();
    peer.receive();
    return peer.send("40{\"sid\":\"a\"}");
  }

  @Test
  void oneEventAtATimeIsOnItsWay() {
    ScriptedPeer peer = connect();
    socket.emit("a");
    socket.emit("b");
    assertThat(peer.receive()).containsExactly("420[\"a\"]");
    peer.send("430[]");
    assertThat(peer.receive()).containsExactly("421[\"b\"]");
  }

  @Test
  void anUnansweredEventIsSentAgain() {
    ScriptedPeer peer = connect();
    socket.emit("a");
    peer.receive();
    server.advance(TIMEOUT);
    assertThat(peer.receive()).containsExactly("420[\"a\"]");
  }

  @Test
  void anAnswerIsSuccessWhateverItSays() {
    ScriptedPeer peer = connect();
    CompletableFuture<Args> answer = socket.emitWithAck("a");
    peer.send("430[\"error\"]");
    peer.receive();
    server.advance(TIMEOUT);
    assertThat(answer.join().string(0)).isEqualTo("error");
    assertThat(peer.receive()).isEmpty();
  }

  @Test
  void aLateAnswerCounts() {
    ScriptedPeer peer = connect();
    CompletableFuture<Args> answer = socket.emitWithAck("a");
    server.advance(TIMEOUT);
    peer.send("430[\"late\"]");
    assertThat(answer.join().string(0)).isEqualTo("late");
  }

  @Test
  void afterTheLastTryTheEventIsGivenUpAndTheNextHasItsTurn() {
    ScriptedPeer peer = connect();
    CompletableFuture<Args> answer = socket.emitWithAck("a");
    socket.emit("b");
    peer.receive();
    server.advance(TIMEOUT.multipliedBy(2));
    peer.send("2");
    server.advance(TIMEOUT);
    assertThatThrownBy(answer::join).hasCauseInstanceOf(AckTimeoutException.class);
    assertThat(peer.receive()).containsExactly("420[\"a\"]", "420[\"a\"]", "3", "421[\"b\"]");
  }

  @Test
  void anEventThatIsGivenUpIsToldToTheErrorHandler() {
    ScriptedPeer peer = connect();
    socket.emit("a");
    for (int i = 0; i < 3; i++) {
      peer.send("2");
      server.advance(TIMEOUT);
    }
    assertThat(server.errors).containsExactly("a: operation has timed out");
  }

  @Test
  void theQueueGoesOnAfterAReconnection() {
    ScriptedPeer first = connect();
    CompletableFuture<Args> answer = socket.emitWithAck("a");
    first.drop();
    socket.emit("b");
    server.advance(Duration.ofSeconds(1));
    ScriptedPeer second = connect();
    assertThat(second.receive()).containsExactly("420[\"a\"]");
    second.send("430[\"yes\"]");
    assertThat(answer.join().string(0)).isEqualTo("yes");
    assertThat(second.receive()).containsExactly("421[\"b\"]");
  }

  @Test
  void theQueueWaitsForTheConnection() {
    socket.emit("a");
    assertThat(connect().receive()).containsExactly("420[\"a\"]");
  }

  @Test
  void volatileEventsPassTheQueue() {
    ScriptedPeer peer = connect();
    socket.emit("a");
    server.run();
    socket.asVolatile().emit("b");
    assertThat(peer.receive()).containsExactly("420[\"a\"]", "42[\"b\"]");
  }

  @Test
  void aClosedClientGivesUpWhatIsOnItsWayAndWhatWaits() {
    connect();
    CompletableFuture<Args> onItsWay = socket.emitWithAck("a");
    CompletableFuture<Args> waiting = socket.emitWithAck("b");
    socket.emit("c");
    client.closeAsync();
    server.run();
    assertThat(List.of(onItsWay, waiting)).allMatch(CompletableFuture::isCompletedExceptionally);
    assertThatThrownBy(onItsWay::join).hasCauseInstanceOf(DisconnectedException.class);
    assertThatThrownBy(waiting::join).hasCauseInstanceOf(DisconnectedException.class);
    assertThat(server.errors)
        .containsExactly("c: socket has been disconnected: io client disconnect");
  }

  @Test
  void theQueueHasABound() {
    ScriptedServer other = new ScriptedServer();
    ClientSocket small =
        other.client().retries(1).offline(OfflinePolicy.buffer().maxEvents(1)).build().socket();
    small.emit("a");
    CompletableFuture<Args> second = small.emitWithAck("b");
    other.run();
    assertThatThrownBy(second::join).hasCauseInstanceOf(NotSentException.class);
  }
}
