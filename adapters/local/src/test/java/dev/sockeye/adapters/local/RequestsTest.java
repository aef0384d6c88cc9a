// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.adapters.local;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sockeye.socketio.Packet;
import dev.sockeye.socketio.adapter.BroadcastOptions;
import dev.sockeye.socketio.adapter.ClusterTimeoutException;
import dev.sockeye.socketio.adapter.SocketSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a node asks bob and cid, and how it ends. */
class RequestsTest {
  private final WireNode node = WireNode.started();
  private final List<Integer> counts = new ArrayList<>();
  private final List<String> answers = new ArrayList<>();

  @BeforeEach
  void bobAndCidAreThere() {
    says("bob", "\"type\":2");
    says("cid", "\"type\":2");
  }

  private void says(String uid, String rest) {
    node.bus().hear("{\"uid\":\"" + uid + "\",\"nsp\":\"/\"," + rest + "}");
  }

  private CompletableFuture<List<SocketSnapshot>> fetch() {
    return node.adapter.fetchSockets(BroadcastOptions.ALL).toCompletableFuture();
  }

  /** A node has one socket. */
  private void tells(String uid, String request, String socket) {
    says(
        uid,
        "\"type\":8,\"data\":{\"requestId\":\"%s\",\"sockets\":[{\"id\":\"%s\",\"handshake\":{},\"rooms\":[],\"data\":{}}]}"
            .formatted(request, socket));
  }

  private CompletableFuture<Integer> ask() {
    return node.adapter
        .broadcastWithAck(
            Packet.event("/", Packet.NO_ID, List.of("ask")),
            BroadcastOptions.room("elsewhere"),
            counts::add,
            (id, answer) -> answers.add(String.valueOf(answer.raw(0))))
        .toCompletableFuture();
  }

  private void counts(String uid, String request, int clients) {
    says(
        uid,
        "\"type\":11,\"data\":{\"requestId\":\"%s\",\"clientCount\":%d}"
            .formatted(request, clients));
  }

  private void answers(String uid, String request, String answer) {
    says(
        uid,
        "\"type\":12,\"data\":{\"requestId\":\"%s\",\"packet\":\"%s\"}".formatted(request, answer));
  }

  // --- of nodes

  @Test
  void aRequestEndsWithTheLastAnswer() {
    CompletableFuture<List<SocketSnapshot>> found = fetch();
    tells("bob", node.bus().requestId(), "b1");
    assertThat(found).isNotDone();
    tells("cid", node.bus().requestId(), "c1");
    assertThat(found.join()).extracting(SocketSnapshot::id).containsExactly("ann", "b1", "c1");
  }

  @Test
  void anAnswerThatComesTwiceCountsOnce() {
    CompletableFuture<List<SocketSnapshot>> found = fetch();
    tells("bob", node.bus().requestId(), "b1");
    tells("bob", node.bus().requestId(), "b1");
    assertThat(found).isNotDone();
  }

  @Test
  void aNodeThatDiesCostsItsAnswerOnly() {
    CompletableFuture<List<SocketSnapshot>> found = fetch();
    tells("bob", node.bus().requestId(), "b1");
    says("cid", "\"type\":13");
    assertThat(found.join()).extracting(SocketSnapshot::id).containsExactly("ann", "b1");
  }

  @Test
  void aNodeThatIsSilentIsWaitedForUntilTheTimeOut() {
    CompletableFuture<List<SocketSnapshot>> found = fetch();
    tells("bob", node.bus().requestId(), "b1");
    node.time.advance(ofSeconds(5));
    assertThatThrownBy(found::join)
        .cause()
        .isInstanceOfSatisfying(
            ClusterTimeoutException.class, late -> assertThat(late.answers()).hasSize(2));
    assertThat(node.told).contains("answers 1/2");
  }

  @Test
  void anAnswerThatComesTooLateDoesNoHarm() {
    CompletableFuture<List<SocketSnapshot>> found = fetch();
    node.time.advance(ofSeconds(5));
    tells("bob", node.bus().requestId(), "b1");
    assertThat(found).isCompletedExceptionally();
  }

  @Test
  void whatIsAnsweredLeavesNoTimerBehind() {
    int before = node.time.pendingTimers();
    fetch();
    tells("bob", node.bus().requestId(), "b1");
    tells("cid", node.bus().requestId(), "c1");
    assertThat(node.time.pendingTimers()).isEqualTo(before);
  }

  @Test
  void whatWaitsWhenTheNodeClosesFails() {
    CompletableFuture<List<SocketSnapshot>> found = fetch();
    node.adapter.close();
    assertThat(found).isCompletedExceptionally();
  }

  // --- of clients

  @Test
  void theClientsOfAllNodesAreWaitedFor() {
    CompletableFuture<Integer> missing = ask();
    String request = node.bus().requestId();
    node.bus().confirm(); // the greeting
    node.bus().confirm();
    counts("bob", request, 1);
    counts("cid", request, 1);
    answers("bob", request, "b");
    assertThat(missing).isNotDone();
    answers("cid", request, "c");
    assertThat(missing).isCompletedWithValue(0);
    assertThat(counts).containsExactly(0, 1, 1);
    assertThat(answers).containsExactly("\"b\"", "\"c\"");
  }

  @Test
  void clientsOfANodeThatDiesAreNotWaitedFor() {
    CompletableFuture<Integer> missing = ask();
    String request = node.bus().requestId();
    node.bus().confirm();
    node.bus().confirm();
    counts("bob", request, 2);
    answers("bob", request, "b");
    counts("cid", request, 0);
    says("bob", "\"type\":13");
    assertThat(missing).isCompletedWithValue(0);
    assertThat(answers).containsExactly("\"b\"");
  }

  @Test
  void clientsThatDoNotAnswerAreCountedAfterAMinute() {
    CompletableFuture<Integer> missing = ask();
    String request = node.bus().requestId();
    counts("bob", request, 3);
    answers("bob", request, "b");
    for (int i = 0; i < 12; i++) {
      node.time.advance(ofSeconds(5));
      says("bob", "\"type\":2");
      says("cid", "\"type\":2");
    }
    assertThat(missing).isCompletedWithValue(3); // two clients, and cid
  }

  @Test
  void whatNobodyAsksForNobodyHears() {
    counts("bob", "unknown", 1);
    answers("bob", "unknown", "b");
    node.time.advance(ofMinutes(1));
    assertThat(answers).isEmpty();
  }
}
