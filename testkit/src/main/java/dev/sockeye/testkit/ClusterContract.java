// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static dev.sockeye.testkit.AdapterContract.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.Packet;
import dev.sockeye.socketio.adapter.AdapterFactory;
import dev.sockeye.socketio.adapter.BroadcastFlags;
import dev.sockeye.socketio.adapter.BroadcastOptions;
import dev.sockeye.socketio.adapter.SocketSnapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What the server expects of an adapter that connects several nodes. Whoever implements this gives
 * them one backend, which no other test uses at the time.
 */
public interface ClusterContract {
  /** The adapters of one more node. */
  AdapterFactory node();

  @Test
  default void anEventReachesTheSocketsOfAllNodes() throws Exception {
    try (ClusterNodes nodes = ClusterNodes.start(this, 3)) {
      nodes.get(1).join("bob", "a");
      nodes.get(2).join("cid", "a");
      nodes.get(0).emit("hi", BroadcastOptions.room("a"));
      assertThat(nodes.get(1).next()).isEqualTo("[hi] to [bob]");
      assertThat(nodes.get(2).next()).isEqualTo("[hi] to [cid]");
    }
  }

  @Test
  default void theNodeThatEmitsHasTheEventOnce() throws Exception {
    try (ClusterNodes nodes = ClusterNodes.start(this, 2)) {
      nodes.get(0).join("ann", "a");
      nodes.get(0).emit("1", BroadcastOptions.ALL);
      nodes.get(0).emit("2", BroadcastOptions.ALL);
      assertThat(nodes.get(0).next(2)).containsExactly("[1] to [ann]", "[2] to [ann]");
    }
  }

  @Test
  default void exceptionsHoldOnAllNodes() throws Exception {
    try (ClusterNodes nodes = ClusterNodes.start(this, 2)) {
      nodes.get(1).join("bob", "a", "muted");
      nodes.get(1).join("cid", "a");
      nodes
          .get(0)
          .emit("hi", new BroadcastOptions(Set.of("a"), Set.of("muted"), BroadcastFlags.DEFAULTS));
      assertThat(nodes.get(1).next()).isEqualTo("[hi] to [cid]");
    }
  }

  @Test
  default void whatIsLocalStaysOnTheNode() throws Exception {
    try (ClusterNodes nodes = ClusterNodes.start(this, 2)) {
      nodes.get(0).join("ann");
      nodes.get(1).join("bob");
      BroadcastFlags local = BroadcastFlags.DEFAULTS.withLocal();
      nodes.get(0).emit("local", new BroadcastOptions(Set.of(), Set.of(), local));
      nodes.get(0).emit("all", BroadcastOptions.ALL);
      assertThat(nodes.get(0).next(2)).containsExactly("[local] to [ann]", "[all] to [ann]");
      assertThat(nodes.get(1).next()).isEqualTo("[all] to [bob]");
    }
  }

  @Test
  default void eventsOfOneNodeKeepTheirOrderOnAllNodes() throws Exception {
    try (ClusterNodes nodes = ClusterNodes.start(this, 2)) {
      nodes.get(0).join("ann");
      nodes.get(1).join("bob");
      IntStream.range(0, 100).forEach(i -> nodes.get(0).emit("n" + i, BroadcastOptions.ALL));
      assertThat(nodes.get(0).next(100))
          .isEqualTo(IntStream.range(0, 100).mapToObj(i -> "[n" + i + "] to [ann]").toList());
      assertThat(nodes.get(1).next(100))
          .isEqualTo(IntStream.range(0, 100).mapToObj(i -> "[n" + i + "] to [bob]").toList());
    }
  }

  @Test
  default void clientsOfAllNodesAnswer() throws Exception {
    try (ClusterNodes nodes = ClusterNodes.start(this, 3)) {
      nodes.get(0).join("ann");
      nodes.get(1).join("bob");
      nodes.get(2).join("cid");
      List<Integer> counts = Collections.synchronizedList(new ArrayList<>());
      List<Args> answers = Collections.synchronizedList(new ArrayList<>());
      Integer missing =
          done(
              nodes
                  .get(0)
                  .adapter
                  .broadcastWithAck(
                      Packet.event("/", Packet.NO_ID, List.of("ask")),
                      BroadcastOptions.ALL,
                      counts::add,
                      (id, answer) -> answers.add(answer)));
      assertThat(missing).isZero();
      assertThat(answers).hasSize(3);
      assertThat(counts).containsExactlyInAnyOrder(1, 1, 1);
    }
  }

  @Test
  default void socketsOfAllNodesAreDescribed() throws Exception {
    try (ClusterNodes nodes = ClusterNodes.start(this, 3)) {
      nodes.get(0).join("ann", "a");
      nodes.get(1).join("bob", "a");
      nodes.get(2).join("cid", "b");
      assertThat(done(nodes.get(0).adapter.fetchSockets(BroadcastOptions.room("a"))))
          .extracting(SocketSnapshot::id)
          .containsExactly("ann", "bob");
    }
  }

  @Test
  default void socketsOfAllNodesAreMovedAndDisconnectedInOrder() throws Exception {
    try (ClusterNodes nodes = ClusterNodes.start(this, 2)) {
      nodes.get(1).join("bob", "a");
      BroadcastOptions a = BroadcastOptions.room("a");
      done(nodes.get(0).adapter.addSockets(a, Set.of("x")));
      done(nodes.get(0).adapter.delSockets(a, Set.of("y")));
      nodes.get(0).emit("bye", a);
      done(nodes.get(0).adapter.disconnectSockets(a, true));
      assertThat(nodes.get(1).next(4))
          .containsExactly(
              "bob joins [x]", "bob leaves [y]", "[bye] to [bob]", "bob disconnects true");
    }
  }

  @Test
  default void theOtherNodesHearAServerSideEvent() throws Exception {
    try (ClusterNodes nodes = ClusterNodes.start(this, 2)) {
      done(nodes.get(0).adapter.serverSideEmit(List.of("hello", 1), false));
      assertThat(nodes.get(1).next()).isEqualTo("server: [hello, 1]");
    }
  }

  @Test
  default void theOtherNodesAnswerAServerSideEvent() throws Exception {
    try (ClusterNodes nodes = ClusterNodes.start(this, 3)) {
      assertThat(done(nodes.get(0).adapter.serverSideEmit(List.of("how many"), true)))
          .extracting(String::valueOf)
          .containsExactly("\"pong\"", "\"pong\"");
    }
  }

  @Test
  default void allNodesAreCounted() throws Exception {
    try (ClusterNodes nodes = ClusterNodes.start(this, 3)) {
      assertThat(done(nodes.get(0).adapter.serverCount())).isEqualTo(3);
    }
  }

  @Test
  default void aNodeThatHasLeftIsNotWaitedFor() throws Exception {
    try (ClusterNodes nodes = ClusterNodes.start(this, 3)) {
      nodes.get(1).join("bob");
      nodes.leave(2);
      nodes.awaitCount(2);
      assertThat(done(nodes.get(0).adapter.fetchSockets(BroadcastOptions.ALL)))
          .extracting(SocketSnapshot::id)
          .containsExactly("bob");
    }
  }
}
