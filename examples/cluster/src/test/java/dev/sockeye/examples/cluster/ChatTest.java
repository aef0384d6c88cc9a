// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sockeye.adapters.local.LocalCluster;
import dev.sockeye.examples.cluster.Events.NodeInfo;
import dev.sockeye.examples.cluster.Events.NodeState;
import dev.sockeye.examples.cluster.Events.Said;
import dev.sockeye.examples.cluster.Events.User;
import dev.sockeye.examples.cluster.Events.Wave;
import dev.sockeye.examples.cluster.Events.WavedBack;
import dev.sockeye.socketio.TypeReference;
import dev.sockeye.socketio.adapter.ClusterOptions;
import dev.sockeye.socketio.server.SocketIoServer;
import dev.sockeye.testkit.ConnectErrorException;
import dev.sockeye.testkit.ReceivedEvent;
import dev.sockeye.testkit.TestClient;
import dev.sockeye.testkit.TestHost;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two Java nodes in one JVM. */
class ChatTest {
  /** Who asks a node that goes meanwhile waits for this long. */
  private static final ClusterOptions OPTIONS =
      ClusterOptions.defaults().requestTimeout(Duration.ofSeconds(2));

  private final LocalCluster cluster = LocalCluster.create();
  private final Node one = new Node("one");
  private final Node two = new Node("two");

  private final class Node {
    final SocketIoServer io = SocketIoServer.builder().adapter(cluster.adapter(OPTIONS)).build();
    final TestHost host = TestHost.of(io.service());
    final Presence presence;

    Node(String name) {
      NodeInfo me = new NodeInfo(name, "java", "Java");
      presence = new Presence(io, me);
      presence.open();
      new Chat(io, me, presence).open();
    }

    /** Somebody who is in the lobby: their requests are answered after they were welcomed. */
    TestClient join(String name) {
      TestClient client = host.connect("/", Map.of("name", name, "room", "lobby"));
      assertThat(client.emitWithAck("enter", "lobby").string(0)).isEqualTo("lobby");
      return client;
    }

    void close() {
      io.close().join();
      host.close();
    }
  }

  @AfterEach
  void close() {
    one.close();
    two.close();
  }

  /** Waits until a page is told this: the names on node one, and on node two. */
  private static void awaitPresence(TestClient page, List<String> here, List<String> there) {
    List<List<String>> wanted = List.of(here, there);
    while (!names(page.receive("presence", new TypeReference<List<NodeState>>() {}))
        .equals(wanted)) {
      // an older one
    }
  }

  private static List<List<String>> names(List<NodeState> nodes) {
    return nodes.stream().map(node -> node.users().stream().map(User::name).toList()).toList();
  }

  @Test
  void whoComesIsToldWhereTheyAre() {
    assertThat(two.join("Ada").receive("welcome", NodeInfo.class))
        .isEqualTo(new NodeInfo("two", "java", "Java"));
  }

  @Test
  void pagesOfAllNodesSeeWhoIsOnWhich() {
    TestClient ada = one.join("Ada");
    TestClient grace = two.join("Grace");
    awaitPresence(ada, List.of("Ada"), List.of("Grace"));
    awaitPresence(grace, List.of("Ada"), List.of("Grace"));
  }

  @Test
  void whoLeavesIsSeenNoMore() {
    TestClient ada = one.join("Ada");
    TestClient grace = two.join("Grace");
    awaitPresence(ada, List.of("Ada"), List.of("Grace"));
    grace.disconnect();
    awaitPresence(ada, List.of("Ada"), List.of());
  }

  @Test
  void aNodeThatHasGoneIsNoticedByTheirNumber() {
    TestClient ada = one.join("Ada");
    TestClient grace = two.join("Grace");
    awaitPresence(grace, List.of("Ada"), List.of("Grace"));
    awaitPresence(ada, List.of("Ada"), List.of("Grace"));
    two.io.close().join();
    one.presence.count();
    List<NodeState> seen;
    do {
      seen = ada.receive("presence", new TypeReference<List<NodeState>>() {});
    } while (seen.size() > 1);
    assertThat(names(seen)).containsExactly(List.of("Ada"));
  }

  @Test
  void whatIsSaidReachesTheRoomOnAllNodes() {
    TestClient ada = one.join("Ada");
    TestClient grace = two.join("Grace");
    ada.emit("say", Map.of("id", "1", "text", "hello"));
    assertThat(grace.receive("said", Said.class))
        .isEqualTo(new Said("1", "Ada", "one", "lobby", "hello"));
  }

  @Test
  void whatIsSaidElsewhereIsNotHeard() {
    TestClient ada = one.join("Ada");
    TestClient grace = two.join("Grace");
    assertThat(grace.emitWithAck("enter", "river").string(0)).isEqualTo("river");
    ada.emitWithAck("say", Map.of("id", "1", "text", "in the lobby"));
    assertThat(ada.emitWithAck("enter", "river").string(0)).isEqualTo("river");
    ada.emitWithAck("say", Map.of("id", "2", "text", "in the river"));
    assertThat(grace.receive("said", Said.class).text()).isEqualTo("in the river");
  }

  @Test
  void aRoomThatMayNotBeIsNotEntered() {
    assertThat(one.join("Ada").emitWithAck("enter", "#").string(0)).isEqualTo("lobby");
  }

  @Test
  void aWaveIsAnsweredFromAnotherNode() {
    TestClient ada = one.join("Ada");
    TestClient grace = two.join("Grace");
    CompletableFuture<WavedBack> back =
        CompletableFuture.supplyAsync(
            () -> ada.emitWithAck("wave", grace.id()).get(0, WavedBack.class));
    ReceivedEvent wave = grace.receive("wave");
    assertThat(wave.args().get(0, Wave.class)).isEqualTo(new Wave("Ada", "one"));
    wave.reply(new WavedBack("two"));
    assertThat(back.join()).isEqualTo(new WavedBack("two"));
  }

  @Test
  void aWaveAtSomebodyWhoHasLeftIsNotAnswered() {
    assertThat(one.join("Ada").emitWithAck("wave", "nobody").get(0, WavedBack.class))
        .isEqualTo(new WavedBack(""));
  }

  @Test
  void aNameIsNeeded() {
    assertThatThrownBy(() -> one.join(" "))
        .isInstanceOf(ConnectErrorException.class)
        .hasMessageContaining("A name has 1 to 24 characters.");
  }
}
