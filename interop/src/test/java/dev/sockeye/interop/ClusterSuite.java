// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.interop.ClusterNode.Answers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a cluster does, told by one node, its driver, and seen by the clients of two. */
abstract class ClusterSuite {
  private Visitor ann;
  private Visitor bob;

  /** The nodes: the driver first. They are the same for all tests. */
  abstract List<ClusterNode> nodes();

  /** Whether what the driver sends stays in its order. */
  boolean keepsOrder() {
    return true;
  }

  /** Waits until a room's own channel is subscribed to, where it has one. */
  void awaitChannel(String room) {}

  private ClusterNode driver() {
    return nodes().get(0);
  }

  private ClusterNode other() {
    return nodes().get(1);
  }

  @BeforeEach
  void annIsAtTheDriverAndBobElsewhere() {
    ann = Visitor.of(driver());
    bob = Visitor.of(other());
    Clusters.await("both clients", () -> driver().fetchSockets(Audience.ALL).size() == 2);
  }

  @AfterEach
  void everybodyLeaves() {
    ann.leave();
    bob.leave();
    Clusters.await("the clients to be gone", () -> driver().fetchSockets(Audience.ALL).isEmpty());
  }

  @Test
  void aBroadcastReachesTheClientsOfAllNodes() {
    driver().emit(Audience.ALL, "hi", 1, "2", List.of(3), Map.of("b", true), 1.5, null);
    ann.expect("42[\"hi\",1,\"2\",[3],{\"b\":true},1.5,null]");
    bob.expect("42[\"hi\",1,\"2\",[3],{\"b\":true},1.5,null]");
  }

  @Test
  void bytesReachTheClientsOfAllNodes() {
    driver().emit(Audience.ALL, "file", Map.of("data", new byte[] {1, 2, 3}));
    bob.expect("451-[\"file\",{\"data\":{\"_placeholder\":true,\"num\":0}}]");
    assertThat(bob.bytes()).containsExactly(1, 2, 3);
    ann.expect("451-[\"file\",{\"data\":{\"_placeholder\":true,\"num\":0}}]");
    assertThat(ann.bytes()).containsExactly(1, 2, 3);
  }

  @Test
  void theOrderOfTheDriverIsKept() {
    List<String> sent = IntStream.range(0, 50).mapToObj("42[\"n\",%d]"::formatted).toList();
    IntStream.range(0, 50).forEach(i -> driver().emit(Audience.ALL, "n", i));
    List<String> got = Stream.generate(bob::text).limit(50).toList();
    if (keepsOrder()) {
      assertThat(got).isEqualTo(sent);
    } else {
      assertThat(got).containsExactlyInAnyOrderElementsOf(sent);
    }
  }

  @Test
  void anEventToARoomReachesItsMembersAlone() {
    other().join(bob.sid(), "readers");
    Clusters.await(
        "bob to be found", () -> driver().fetchSockets(Audience.in("readers")).size() == 1);
    awaitChannel("readers");
    driver().emit(Audience.in("readers"), "hi");
    bob.expect("42[\"hi\"]"); // over a channel of its own, which another server may have
    driver().emit(Audience.ALL, "end");
    ann.expect("42[\"end\"]");
  }

  @Test
  void anEventToOneSocketReachesIt() {
    awaitChannel(bob.sid());
    driver().emit(Audience.in(bob.sid()), "hi");
    bob.expect("42[\"hi\"]"); // over a channel of its own, as above
    driver().emit(Audience.ALL, "end");
    ann.expect("42[\"end\"]");
  }

  @Test
  void exceptionsHoldOnAllNodes() {
    driver().emit(Audience.ALL.except(bob.sid()), "hi");
    driver().emit(Audience.ALL, "end");
    ann.expect("42[\"hi\"]");
    bob.expect("42[\"end\"]");
  }

  @Test
  void aLocalEventStaysOnItsNode() {
    driver().emit(Audience.ALL.with("local"), "hi");
    driver().emit(Audience.ALL, "end");
    ann.expect("42[\"hi\"]");
    bob.expect("42[\"end\"]");
  }

  @Test
  void aVolatileEventReachesWhoCanTakeIt() {
    driver().emit(Audience.ALL.with("volatile"), "hi");
    ann.expect("42[\"hi\"]");
    bob.expect("42[\"hi\"]");
  }

  @Test
  void theClientsOfAllNodesAnswer() {
    CompletableFuture<Answers> answers = driver().ask(Audience.ALL, 20_000, "ask", 1);
    ann.answer("[\"ask\",1]", "[\"ann\"]");
    bob.answer("[\"ask\",1]", "[{\"b\":2}]");
    assertThat(answers.join().values()).containsExactlyInAnyOrder("ann", Map.of("b", 2));
    assertThat(answers.join().isComplete()).isTrue();
  }

  @Test
  void bytesAreAnAnswer() {
    CompletableFuture<Answers> answers = driver().ask(Audience.in(bob.sid()), 20_000, "ask");
    String message = bob.text();
    bob.send(
        "461-"
            + message.substring(2, message.indexOf('['))
            + "[{\"_placeholder\":true,\"num\":0}]");
    bob.sendBytes(new byte[] {7});
    assertThat((byte[]) answers.join().values().get(0)).containsExactly(7);
  }

  @Test
  void whatWasAnsweredInTimeIsNotLost() {
    CompletableFuture<Answers> answers = driver().ask(Audience.ALL, 4_000, "ask");
    bob.answer("[\"ask\"]", "[\"bob\"]");
    assertThat(answers.join().values()).containsExactly("bob");
    assertThat(answers.join().isComplete()).isFalse();
  }

  @Test
  void nobodyToAskIsAnAnswer() {
    Answers answers = driver().ask(Audience.in("nobody"), 20_000, "ask").join();
    assertThat(answers).isEqualTo(new Answers(List.of(), true));
  }

  @Test
  void socketsOfAllNodesAreDescribed() {
    assertThat(driver().fetchSockets(Audience.ALL))
        .extracting(socket -> socket.get("id"))
        .containsExactlyInAnyOrder(ann.sid(), bob.sid());
    Map<String, Object> found = driver().fetchSockets(Audience.in(bob.sid())).get(0);
    assertThat(found.get("rooms")).isEqualTo(List.of(bob.sid()));
    assertThat(found.get("data")).isEqualTo(Map.of("home", "other"));
    assertThat(((Map<?, ?>) found.get("handshake")).get("url"))
        .isEqualTo("/socket.io/?EIO=4&transport=websocket");
  }

  @Test
  void socketsOfAllNodesJoinAndLeave() {
    driver().socketsJoin(Audience.in(bob.sid()), "a", "b");
    Clusters.await("bob to join", () -> other().rooms(bob.sid()).size() == 3);
    driver().socketsLeave(Audience.in("a"), "b");
    Clusters.await("bob to leave", () -> other().rooms(bob.sid()).size() == 2);
    assertThat(other().rooms(bob.sid())).containsExactly(bob.sid(), "a");
  }

  @Test
  void socketsOfAllNodesAreDisconnected() {
    driver().disconnectSockets(Audience.ALL, false);
    ann.expect("41");
    bob.expect("41");
  }

  @Test
  void connectionsOfAllNodesAreClosed() {
    driver().disconnectSockets(Audience.ALL, true);
    ann.awaitClose();
    bob.awaitClose();
  }

  @Test
  void theOtherServersHearTheDriver() {
    driver().serverSideEmit("news", 1, Map.of("a", "b"));
    assertThat(other().heard()).isEqualTo(List.of("news", 1, Map.of("a", "b")));
  }

  @Test
  void theOtherServersAnswer() {
    Answers answers = driver().serverSideAsk("question", "why").join();
    assertThat(answers.values()).hasSize(nodes().size() - 1).contains("other heard question");
    assertThat(other().heard()).isEqualTo(List.of("question", "why"));
  }

  @Test
  void theServersAreCounted() {
    assertThat(driver().serverCount()).isEqualTo(nodes().size());
  }
}
