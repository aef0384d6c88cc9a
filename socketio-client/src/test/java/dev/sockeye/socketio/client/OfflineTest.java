// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sockeye.socketio.Args;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What becomes of events while a socket is not connected. */
class OfflineTest {
  private final ScriptedServer server = new ScriptedServer();

  private ClientSocket socket(OfflinePolicy policy) {
    return server.client().offline(policy).build().socket();
  }

  private List<String> sentOnceConnected() {
    return server.join().receive();
  }

  @Test
  void eventsWaitInTheirOrder() {
    ClientSocket socket = socket(OfflinePolicy.buffer());
    socket.emit("a", 1);
    socket.emit("b");
    assertThat(sentOnceConnected()).containsExactly("42[\"a\",1]", "42[\"b\"]");
  }

  @Test
  void whatWaitsCanBeLookedAtAndCleared() {
    ClientSocket socket = socket(OfflinePolicy.buffer());
    socket.emit("a", 1);
    assertThat(socket.sendBuffer()).containsExactly(new BufferedEvent("a", List.of(1), 8));
    socket.clearSendBuffer();
    assertThat(sentOnceConnected()).isEmpty();
  }

  @Test
  void anEventTooManyFails() {
    ClientSocket socket = socket(OfflinePolicy.buffer().maxEvents(1));
    socket.emit("a");
    assertThatThrownBy(() -> socket.emit("b"))
        .isInstanceOf(NotSentException.class)
        .hasMessageContaining("\"b\" was not sent")
        .hasMessageContaining("1 events");
  }

  @Test
  void anEventTooManyMayBeDropped() {
    ClientSocket socket =
        socket(OfflinePolicy.buffer().maxEvents(1).overflow(OfflinePolicy.Overflow.DROP_NEWEST));
    socket.emit("a");
    socket.emit("b");
    assertThat(sentOnceConnected()).containsExactly("42[\"a\"]");
  }

  @Test
  void theOldestMayMakeRoom() {
    ClientSocket socket =
        socket(OfflinePolicy.buffer().maxBytes(12).overflow(OfflinePolicy.Overflow.DROP_OLDEST));
    socket.emit("a");
    socket.emit("b");
    socket.emit("c");
    assertThat(sentOnceConnected()).containsExactly("42[\"b\"]", "42[\"c\"]");
  }

  @Test
  void eventsMayGrowTooOld() {
    ClientSocket socket = socket(OfflinePolicy.buffer().timeToLive(Duration.ofSeconds(5)));
    socket.emit("old");
    server.advance(Duration.ofSeconds(6));
    socket.emit("new");
    assertThat(sentOnceConnected()).containsExactly("42[\"new\"]");
  }

  @Test
  void nothingMayWait() {
    ClientSocket dropping = socket(OfflinePolicy.drop());
    dropping.emit("a");
    assertThat(dropping.sendBuffer()).isEmpty();
    ClientSocket failing = socket(OfflinePolicy.fail());
    assertThatThrownBy(() -> failing.emit("a")).isInstanceOf(NotSentException.class);
  }

  @Test
  void whoWaitsForTheAnswerToADroppedEventIsTold() {
    ClientSocket socket = socket(OfflinePolicy.buffer());
    CompletableFuture<Args> answer = socket.emitWithAck("ask");
    socket.clearSendBuffer();
    server.run();
    assertThatThrownBy(answer::join).hasCauseInstanceOf(NotSentException.class);
  }

  @Test
  void aTimeoutTakesTheEventOutOfTheBuffer() {
    ClientSocket socket = socket(OfflinePolicy.buffer());
    CompletableFuture<Args> answer = socket.timeout(Duration.ofSeconds(1)).emitWithAck("ask");
    server.advance(Duration.ofSeconds(1));
    assertThat(answer).isCompletedExceptionally();
    assertThat(sentOnceConnected()).isEmpty();
  }

  @Test
  void aLossFailsAnswersToWhatWasSentAndKeepsThoseThatWait() {
    ClientSocket socket = socket(OfflinePolicy.buffer());
    ScriptedPeer first = server.join();
    CompletableFuture<Args> sent = socket.emitWithAck("sent");
    first.drop();
    CompletableFuture<Args> waiting = socket.emitWithAck("waiting");
    server.advance(Duration.ofSeconds(1));
    ScriptedPeer second = server.join().send("431[\"yes\"]");
    assertThat(sent).isCompletedExceptionally();
    assertThat(second.receive()).containsExactly("421[\"waiting\"]");
    assertThat(waiting.join().string(0)).isEqualTo("yes");
  }

  @Test
  void whatIsEmittedInADisconnectListenerWaits() {
    ClientSocket socket = socket(OfflinePolicy.buffer());
    socket.onDisconnect((reason, details) -> socket.emit("sorry"));
    server.join().drop();
    server.advance(Duration.ofSeconds(1));
    assertThat(sentOnceConnected()).containsExactly("42[\"sorry\"]");
  }

  @Test
  void whatWaitedLeavesBeforeTheConnectEventIsHeard() {
    ClientSocket socket = socket(OfflinePolicy.buffer());
    socket.onConnect(() -> socket.emit("second"));
    socket.emit("first");
    assertThat(sentOnceConnected()).containsExactly("42[\"first\"]", "42[\"second\"]");
  }

  @Test
  void nothingIsWrittenOnceTheHeartbeatHasExpired() {
    ClientSocket socket = socket(OfflinePolicy.buffer());
    ScriptedPeer peer = server.join();
    peer.receive();
    server.scheduler.suspend(Duration.ofMinutes(5));
    socket.emit("hello");
    assertThat(peer.receive()).isEmpty();
    assertThat(socket.sendBuffer()).extracting(BufferedEvent::name).containsExactly("hello");
  }

  @Test
  void aClosedClientDropsWhatWaits() {
    SocketIoClient client = server.client().build();
    ClientSocket socket = client.socket();
    CompletableFuture<Args> answer = socket.emitWithAck("ask");
    client.closeAsync();
    server.run();
    assertThat(answer).isCompletedExceptionally();
    assertThatThrownBy(() -> socket.emit("late")).hasMessage("the client is closed");
  }

  @Test
  void eventsOfTheServerBeforeTheConfirmationWaitForIt() {
    ClientSocket socket = socket(OfflinePolicy.buffer());
    List<String> heard = new ArrayList<>();
    socket.on("early", (args, ack) -> heard.add(args.string(0) + " " + socket.isConnected()));
    socket.onConnect(() -> heard.add("connect"));
    ScriptedPeer peer = server.accept().send("42[\"early\",\"x\"]");
    assertThat(heard).isEmpty();
    peer.send("40{\"sid\":\"a\"}");
    assertThat(heard).containsExactly("x true", "connect");
  }

  @Test
  void aFloodBeforeTheConfirmationClosesTheConnection() {
    server.client().maxPendingBytes(1000).build().socket();
    ScriptedPeer peer = server.accept();
    for (int i = 0; i < 8; i++) {
      peer.send("42[\"early\"]");
    }
    assertThat(peer.isClosed()).isTrue();
  }
}
