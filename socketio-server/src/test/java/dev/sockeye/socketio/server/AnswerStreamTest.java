// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.socketio.TypeReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Answers to a broadcast, one by one as they come. */
class AnswerStreamTest {
  private final TestServer server = new TestServer();
  private final TestClient ann = server.connect();
  private final TestClient bob = server.connect();
  private final List<String> heard = new ArrayList<>();

  @Test
  void eachAnswerIsHeardWhenItComes() {
    CompletableFuture<Integer> missing = ask(server.io.timeout(Duration.ofSeconds(5)));
    bob.send("430[\"bob\"]");
    assertThat(heard).containsExactly(bob.id + ": [\"bob\"]");
    assertThat(missing).isNotDone();
    ann.send("430[\"ann\",2]");
    assertThat(heard).containsExactly(bob.id + ": [\"bob\"]", ann.id + ": [\"ann\",2]");
    assertThat(missing).isCompletedWithValue(0);
  }

  @Test
  void theTimeoutEndsItWithTheNumberOfThoseMissing() {
    CompletableFuture<Integer> missing = ask(server.io.timeout(Duration.ofSeconds(5)));
    ann.send("430[1]");
    server.advance(Duration.ofSeconds(5));
    assertThat(missing).isCompletedWithValue(1);
    bob.send("430[2]");
    assertThat(heard).hasSize(1);
  }

  @Test
  void nobodyToAskIsTheEndAtOnce() {
    assertThat(ask(server.io.to("nobody"))).isCompletedWithValue(0);
  }

  @Test
  void aListenerThatFailsHearsTheNextAnswerAllTheSame() {
    CompletableFuture<Integer> missing =
        server.io.emitForAnswers(
            "ask",
            answer -> {
              heard.add(answer.args().string(0));
              throw new IllegalStateException("oops");
            });
    server.host.runPending();
    ann.send("430[\"a\"]");
    bob.send("430[\"b\"]");
    assertThat(heard).containsExactly("a", "b");
    assertThat(missing).isCompletedWithValue(0);
  }

  @Test
  void answersMayBeBoundToAType() {
    CompletableFuture<List<Integer>> classes = server.io.emitWithAck("a", Integer.class);
    CompletableFuture<List<List<Integer>>> generics =
        server.io.toAll().emitWithAck("b", new TypeReference<List<Integer>>() {});
    server.host.runPending();
    ann.send("430[1]", "431[[1]]");
    bob.send("430[2]", "431[[2]]");
    assertThat(classes.join()).containsExactly(1, 2);
    assertThat(generics.join()).containsExactly(List.of(1), List.of(2));
  }

  @Test
  void sendIsTheEventMessage() {
    server.io.send("all", 1);
    server.io.to(ann.id).send("one");
    server.io.fetchSockets().join().forEach(socket -> socket.send("remote"));
    server.io.localSockets().forEach(socket -> socket.send("local"));
    server.host.runPending();
    assertThat(ann.received())
        .containsExactly(
            "42[\"message\",\"all\",1]",
            "42[\"message\",\"one\"]",
            "42[\"message\",\"remote\"]",
            "42[\"message\",\"local\"]");
  }

  private CompletableFuture<Integer> ask(BroadcastOperator whom) {
    CompletableFuture<Integer> missing =
        whom.emitForAnswers("ask", answer -> heard.add(answer.toString()));
    server.host.runPending();
    return missing;
  }
}
