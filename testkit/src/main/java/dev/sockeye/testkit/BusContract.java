// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sockeye.socketio.Json;
import dev.sockeye.socketio.Packet;
import dev.sockeye.socketio.adapter.BroadcastOptions;
import dev.sockeye.socketio.adapter.SocketSession;
import dev.sockeye.socketio.adapter.spi.BusFactory;
import dev.sockeye.socketio.adapter.spi.BusHistory;
import dev.sockeye.socketio.adapter.spi.ClusterMessage;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What {@code ClusterAdapter} expects of every {@code Bus}. Nodes are separate buses in one
 * process; whoever implements this gives them one backend.
 */
public interface BusContract {
  /** The buses of one more node. */
  BusFactory node();

  @Test
  default void aMessageReachesTheOtherNodes() throws Exception {
    try (BusNode a = BusNode.start(this, "/");
        BusNode b = BusNode.start(this, "/");
        BusNode c = BusNode.start(this, "/")) {
      a.emit("hi");
      assertThat(b.nextEvent()).isEqualTo("hi");
      assertThat(c.nextEvent()).isEqualTo("hi");
    }
  }

  @Test
  default void aMessageTellsWhoSentItAndWhere() throws Exception {
    try (BusNode a = BusNode.start(this, "/chat");
        BusNode b = BusNode.start(this, "/chat")) {
      a.emit("hi");
      assertThat(b.next().uid()).isEqualTo(a.uid());
      a.emit("hi");
      assertThat(b.next().namespace()).isEqualTo("/chat");
    }
  }

  @Test
  default void messagesArriveInTheOrderOfTheCalls() throws Exception {
    try (BusNode a = BusNode.start(this, "/");
        BusNode b = BusNode.start(this, "/")) {
      List<String> names = IntStream.range(0, 200).mapToObj(i -> "n" + i).toList();
      names.forEach(a::emit);
      assertThat(b.nextEvents(names.size())).isEqualTo(names);
    }
  }

  @Test
  default void aNamespaceHearsNothingOfAnother() throws Exception {
    try (BusNode a = BusNode.start(this, "/a");
        BusNode other = BusNode.start(this, "/a");
        BusNode b = BusNode.start(this, "/b")) {
      a.emit("to a");
      other.nextEvent();
      try (BusNode sender = BusNode.start(this, "/b")) {
        sender.emit("to b");
        assertThat(b.nextEvent()).isEqualTo("to b");
      }
    }
  }

  @Test
  default void anAnswerReachesTheNodeThatAsked() throws Exception {
    try (BusNode a = BusNode.start(this, "/");
        BusNode b = BusNode.start(this, "/")) {
      b.answer(a.uid(), new ClusterMessage.BroadcastClientCount("r1", 3));
      assertThat(a.next().message()).isEqualTo(new ClusterMessage.BroadcastClientCount("r1", 3));
    }
  }

  @Test
  default void binaryDataComesAsItWas() throws Exception {
    try (BusNode a = BusNode.start(this, "/");
        BusNode b = BusNode.start(this, "/")) {
      a.emit("blob", Map.of("x", new byte[] {1, 2, 3}));
      assertThat(b.nextArgument()).isInstanceOfSatisfying(Json.class, BusContract::isBlob);
    }
  }

  private static void isBlob(Json value) {
    assertThat(value).hasToString("{\"x\":{\"_placeholder\":true,\"num\":0}}");
    assertThat(value.attachments()).containsExactly(ByteBuffer.wrap(new byte[] {1, 2, 3}));
  }

  @Test
  default void aLongMessageComesWhole() throws Exception {
    String text = "sockeye ".repeat(4_000);
    try (BusNode a = BusNode.start(this, "/");
        BusNode b = BusNode.start(this, "/")) {
      a.emit("long", text);
      assertThat(b.nextArgument()).hasToString('"' + text + '"');
    }
  }

  @Test
  default void whatCannotBeEncodedIsRefusedAtOnce() throws Exception {
    try (BusNode a = BusNode.start(this, "/")) {
      assertThatIllegalArgumentException().isThrownBy(() -> a.emit("bad", endless()));
    }
  }

  /** A list that contains itself. */
  private static List<Object> endless() {
    List<Object> list = new ArrayList<>();
    list.add(list);
    return list;
  }

  @Test
  default void aPublicationIsReported() throws Exception {
    try (BusNode a = BusNode.start(this, "/")) {
      assertThat(BusNode.done(a.publish("hi")).isPresent()).isEqualTo(a.bus.history().isPresent());
    }
  }

  @Test
  default void theBackendCountsIfItSaysSo() throws Exception {
    try (BusNode a = BusNode.start(this, "/");
        BusNode b = BusNode.start(this, "/")) {
      assertThat(a.serverCount()).isEqualTo(b.bus.countsServers() ? 2 : 0);
    }
  }

  @Test
  default void whoHasClosedIsNotCounted() throws Exception {
    try (BusNode a = BusNode.start(this, "/")) {
      BusNode.start(this, "/").close();
      assertThat(a.serverCount()).isEqualTo(a.bus.countsServers() ? 1 : 0);
    }
  }

  // --- the history, if there is one

  @Test
  default void offsetsGrowInOneOrderForAllNodes() throws Exception {
    try (BusNode a = BusNode.start(this, "/");
        BusNode b = BusNode.start(this, "/")) {
      if (a.bus.history().isEmpty()) {
        assertThat(b.bus.history()).isEmpty();
        return;
      }
      String own = a.published("1");
      String others = b.published("2");
      assertThat(a.bus.history().orElseThrow().compare(own, others)).isNegative();
      assertThat(a.nextOffset()).isEqualTo(others);
    }
  }

  @Test
  default void whatWasSentAfterAnOffsetIsReplayed() throws Exception {
    try (BusNode a = BusNode.start(this, "/");
        BusNode b = BusNode.start(this, "/")) {
      Optional<BusHistory> history = b.bus.history();
      if (history.isEmpty()) {
        assertThat(a.bus.history()).isEmpty();
        return;
      }
      String first = a.published("1");
      a.published("2");
      String last = a.published("3");
      a.published("4");
      assertThat(BusNode.done(history.get().replay(first, last)).orElseThrow())
          .extracting(kept -> BusNode.nameOf(kept.envelope()))
          .containsExactly("2", "3");
    }
  }

  @Test
  default void aSessionIsTakenOnceWhicheverNodeAsks() throws Exception {
    try (BusNode a = BusNode.start(this, "/");
        BusNode b = BusNode.start(this, "/")) {
      if (a.bus.history().isEmpty()) {
        assertThat(b.bus.history()).isEmpty();
        return;
      }
      BusHistory left = a.bus.history().get();
      BusHistory found = b.bus.history().orElseThrow();
      SocketSession session =
          new SocketSession("id", "pid-" + a.uid(), Set.of("r"), Map.of("user", 1), left.offset());
      BusNode.done(left.persistSession(session, Duration.ofMinutes(1)));
      assertThat(BusNode.done(found.takeSession(session.pid()))).contains(session);
      assertThat(BusNode.done(left.takeSession(session.pid()))).isEmpty();
    }
  }

  /** The event of a test. */
  static ClusterMessage event(String namespace, Object... nameAndArguments) {
    return new ClusterMessage.Broadcast(
        Packet.event(namespace, Packet.NO_ID, List.of(nameAndArguments)),
        BroadcastOptions.ALL,
        null);
  }
}
