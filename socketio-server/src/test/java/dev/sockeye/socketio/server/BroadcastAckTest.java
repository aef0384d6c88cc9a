// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sockeye.socketio.AckTimeoutException;
import dev.sockeye.socketio.Args;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class BroadcastAckTest {
  private final TestServer server = new TestServer();
  private final TestClient ann = server.connect();
  private final TestClient bob = server.connect();

  @Test
  void allAnswersCompleteTheFutureInTheOrderOfTheirArrival() {
    CompletableFuture<List<Args>> answers = ask(server.io.timeout(Duration.ofSeconds(5)));
    bob.send("430[\"bob\"]");
    assertThat(answers).isNotDone();
    ann.send("430[\"ann\"]");
    assertThat(answers.join()).extracting(args -> args.string(0)).containsExactly("bob", "ann");
  }

  @Test
  void nobodyToAskIsAnEmptyListAtOnce() {
    assertThat(server.io.to("nobody").timeout(Duration.ofSeconds(5)).emitWithAck("ask"))
        .isCompletedWithValue(List.of());
  }

  @Test
  void theTimeoutFailsWithTheAnswersSoFar() {
    CompletableFuture<List<Args>> answers = ask(server.io.timeout(Duration.ofSeconds(5)));
    ann.send("430[\"ann\"]");
    server.advance(Duration.ofSeconds(5));
    assertThatThrownBy(answers::join)
        .cause()
        .isInstanceOfSatisfying(
            AckTimeoutException.class,
            e -> assertThat(e.answers()).extracting(args -> args.string(0)).containsExactly("ann"))
        .hasMessage("operation has timed out");
  }

  @Test
  void aClientThatLeavesIsNotWaitedFor() {
    CompletableFuture<List<Args>> answers = ask(server.io.timeout(Duration.ofSeconds(5)));
    ann.send("430[\"ann\"]");
    bob.wire.drop();
    assertThat(answers.join()).hasSize(1);
  }

  @Test
  void theLastAnswerStopsTheTimer() {
    int before = server.host.pendingTimers();
    ask(server.io.timeout(Duration.ofSeconds(5)));
    ann.send("430[]");
    bob.send("430[]");
    assertThat(server.host.pendingTimers()).isEqualTo(before);
  }

  @Test
  void theTimeoutLeavesNothingBehind() {
    ask(server.io.timeout(Duration.ofSeconds(5)));
    server.advance(Duration.ofSeconds(5));
    assertThat(server.io.of("/").sockets())
        .allSatisfy(socket -> assertThat(socket.pendingAcks().size()).isZero());
  }

  @Test
  void withoutATimeoutItWaitsAsLongAsItTakes() {
    CompletableFuture<List<Args>> answers = ask(server.io.to(ann.id));
    assertThat(answers).isNotDone();
    ann.send("430[1]");
    assertThat(answers.join()).hasSize(1);
  }

  @Test
  void theExceptedAreNotAsked() {
    ask(server.io.except(bob.id));
    assertThat(ann.received()).containsExactly("420[\"ask\"]");
    assertThat(bob.received()).isEmpty();
  }

  @Test
  void binaryAnswersComeWithTheirAttachments() {
    CompletableFuture<List<Args>> answers = ask(server.io.to(ann.id));
    ann.send("461-0[{\"_placeholder\":true,\"num\":0}]").sendBinary(7);
    assertThat(answers.join().get(0).bytes(0)).containsExactly(7);
  }

  private CompletableFuture<List<Args>> ask(BroadcastOperator whom) {
    CompletableFuture<List<Args>> answers = whom.emitWithAck("ask");
    server.host.runPending();
    return answers;
  }
}
