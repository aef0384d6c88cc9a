// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sockeye.socketio.AckTimeoutException;
import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.BindingException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What a socket sends, and the answers that it gets. */
class EmitTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final ScriptedServer server = new ScriptedServer();
  private final ClientSocket socket = server.client().maxPendingAcks(3).build().socket();
  private final ScriptedPeer peer = server.join();

  EmitTest() {
    peer.receive();
  }

  record Receipt(int number) {}

  @Test
  void anEventIsItsNameAndItsArguments() {
    socket.emit("hello", 1, "two", Map.of("three", 3));
    assertThat(peer.receive()).containsExactly("42[\"hello\",1,\"two\",{\"three\":3}]");
  }

  @Test
  void sendIsTheEventMessage() {
    socket.send("hi");
    assertThat(peer.receive()).containsExactly("42[\"message\",\"hi\"]");
  }

  @Test
  void blobsAtAnyDepthAreAttachments() {
    socket.emit("file", Map.of("bytes", new byte[] {1, 2}));
    assertThat(peer.receive())
        .containsExactly(
            "451-[\"file\",{\"bytes\":{\"_placeholder\":true,\"num\":0}}]", "binary[2]");
  }

  @Test
  void recordsAreObjects() {
    socket.emit("save", new Receipt(7));
    assertThat(peer.receive()).containsExactly("42[\"save\",{\"number\":7}]");
  }

  @Test
  void argumentsAreEncodedBeforeEmitReturns() {
    List<Integer> list = new ArrayList<>(List.of(1));
    socket.emit("list", list);
    list.add(2);
    assertThat(peer.receive()).containsExactly("42[\"list\",[1]]");
  }

  @Test
  void reservedNamesAreRefused() {
    assertThatThrownBy(() -> socket.emit("connect"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("reserved");
  }

  @Test
  void anAnswerCompletesTheFuture() {
    CompletableFuture<Args> answer = socket.emitWithAck("ask", 1);
    assertThat(peer.receive()).containsExactly("420[\"ask\",1]");
    peer.send("430[\"yes\",2]");
    assertThat(answer.join().toList()).isEqualTo(List.of("yes", 2));
  }

  @Test
  void anAnswerMayBeBoundToAType() {
    CompletableFuture<Receipt> answer = socket.emitWithAck("save", Receipt.class, "order");
    peer.send("430[{\"number\":7}]");
    assertThat(answer.join()).isEqualTo(new Receipt(7));
  }

  @Test
  void anAnswerThatDoesNotFitFailsTheFuture() {
    CompletableFuture<Receipt> answer = socket.emitWithAck("save", Receipt.class);
    peer.send("430[\"no\"]");
    assertThatThrownBy(answer::join).hasCauseInstanceOf(BindingException.class);
  }

  @Test
  void anAnswerMayBeBinary() {
    CompletableFuture<Args> answer = socket.emitWithAck("ask");
    peer.send("461-0[{\"_placeholder\":true,\"num\":0}]").sendBinary(1, 2);
    assertThat(answer.join().bytes(0)).containsExactly(1, 2);
  }

  @Test
  void silenceEndsWithTheTimeout() {
    CompletableFuture<Args> answer = socket.timeout(SECOND).emitWithAck("ask");
    server.advance(Duration.ofMillis(999));
    assertThat(answer).isNotDone();
    server.advance(Duration.ofMillis(1));
    assertThatThrownBy(answer::join)
        .hasCauseInstanceOf(AckTimeoutException.class)
        .hasRootCauseMessage("operation has timed out");
  }

  @Test
  void anAnswerStopsTheTimer() {
    int before = server.scheduler.pendingTimers();
    CompletableFuture<Args> answer = socket.timeout(SECOND).emitWithAck("ask");
    peer.send("430[]");
    assertThat(answer).isCompleted();
    assertThat(server.scheduler.pendingTimers()).isEqualTo(before);
  }

  @Test
  void unknownAndRepeatedAnswersAreIgnored() {
    CompletableFuture<Args> answer = socket.emitWithAck("ask");
    peer.send("4399[]", "430[1]", "430[2]");
    assertThat(answer.join().integer(0)).isEqualTo(1);
    assertThat(socket.isConnected()).isTrue();
  }

  @Test
  void theLossOfTheConnectionFailsTheAnswerOnce() {
    CompletableFuture<Args> answer = socket.timeout(SECOND).emitWithAck("ask");
    List<Throwable> failures = new ArrayList<>();
    answer.whenComplete((args, failure) -> failures.add(failure));
    peer.drop();
    server.advance(Duration.ofSeconds(5));
    assertThat(failures)
        .singleElement()
        .isInstanceOfSatisfying(
            DisconnectedException.class,
            e -> assertThat(e.reason()).isEqualTo(DisconnectReason.TRANSPORT_CLOSE));
  }

  @Test
  void disconnectingFailsTheAnswer() {
    CompletableFuture<Args> answer = socket.emitWithAck("ask");
    socket.disconnect();
    server.run();
    assertThatThrownBy(answer::join)
        .hasRootCauseMessage("socket has been disconnected: io client disconnect");
  }

  @Test
  void oneAnswerTooManyFailsAtOnce() {
    for (int i = 0; i < 3; i++) {
      socket.emitWithAck("ask");
    }
    CompletableFuture<Args> fourth = socket.emitWithAck("ask");
    server.run();
    assertThatThrownBy(fourth::join)
        .hasCauseInstanceOf(TooManyAcksException.class)
        .hasMessageContaining("maxPendingAcks");
  }

  @Test
  void aVolatileEventIsDroppedWhileTheTransportTakesNoMore() {
    peer.writable(false);
    socket.asVolatile().emit("position", 1);
    peer.writable(true);
    socket.asVolatile().emit("position", 2);
    assertThat(peer.receive()).containsExactly("42[\"position\",2]");
  }

  @Test
  void aVolatileEventIsDroppedWhileOffline() {
    peer.drop();
    socket.asVolatile().emit("position", 1);
    assertThat(socket.sendBuffer()).isEmpty();
  }

  @Test
  void aVolatileRequestThatIsDroppedFails() {
    peer.drop();
    CompletableFuture<Args> answer = socket.asVolatile().emitWithAck("position");
    server.run();
    assertThatThrownBy(answer::join).hasCauseInstanceOf(NotSentException.class);
  }

  @Test
  void outgoingListenersHearOfEventsAndNotOfAnswers() {
    List<String> sent = new ArrayList<>();
    socket.onAnyOutgoing((event, args) -> sent.add(event + args));
    socket.prependAnyOutgoing((event, args) -> sent.add("first"));
    socket.on("ask", (args, ack) -> ack.send("yes"));
    socket.emit("hello", 1);
    peer.send("427[\"ask\"]");
    assertThat(sent).containsExactly("first", "hello[1]");
    assertThat(peer.receive()).containsExactly("42[\"hello\",1]", "437[\"yes\"]");
  }

  @Test
  void outgoingListenersHearOfAnEventWhenItLeaves() {
    List<String> sent = new ArrayList<>();
    socket.onAnyOutgoing((event, args) -> sent.add(event));
    peer.drop();
    socket.emit("later");
    assertThat(sent).isEmpty();
    server.advance(SECOND);
    server.join();
    assertThat(sent).containsExactly("later");
  }

  @Test
  void outgoingListenersMayBeListedAndRemoved() {
    socket.onAnyOutgoing((event, args) -> {});
    assertThat(socket.listenersAnyOutgoing()).hasSize(1);
    socket.offAnyOutgoing();
    assertThat(socket.listenersAnyOutgoing()).isEmpty();
  }
}
