// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.nats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sockeye.socketio.adapter.ClusterOptions;
import io.nats.client.Connection;
import io.nats.client.Nats;
import io.nats.client.Options;
import io.nats.client.impl.Headers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What nodes live through with NATS. */
class FaultTest {
  /** The subject of all nodes with the namespace "/". */
  private static final String TO_ALL = "socket.io.Lw.all";

  private final NatsServer server = NatsServer.start();

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private TestNode node(String uid) {
    return TestNode.started(server.connect(), "/", uid);
  }

  private void restart(TestNode... nodes) throws Exception {
    server.stop();
    for (TestNode node : nodes) {
      assertThat(node.next()).isEqualTo("lost");
    }
    server.startAgain();
    for (TestNode node : nodes) {
      assertThat(node.next()).isEqualTo("restored");
    }
  }

  @Test
  void theClusterOutlivesARestartOfTheServer() throws Exception {
    TestNode a = node("a");
    TestNode b = node("b");
    restart(a, b);
    assertThat(TestNode.done(a.emit("hello"))).isEqualTo("published");
    assertThat(b.next()).isEqualTo("hello");
    assertThat(TestNode.done(b.emit("hello yourself"))).isEqualTo("published");
    assertThat(a.next()).isEqualTo("hello yourself");
  }

  @Test
  void whileTheServerIsAwayPublishingFailsInsteadOfWaiting() throws Exception {
    TestNode a = node("a");
    server.stop();
    assertThat(a.next()).isEqualTo("lost");
    assertThat(TestNode.done(a.emit("hello"))).isEqualTo("failed");
  }

  @Test
  void aCrashNeitherRepeatsNorReordersWhatANodeSends() throws Exception {
    TestNode a = node("a");
    TestNode b = node("b");
    for (int i = 1_000; i < 2_000; i++) {
      a.emit("" + i);
    }
    server.stop();
    for (int i = 2_000; i < 3_000; i++) {
      a.emit("" + i);
    }
    assertThat(a.next()).isEqualTo("lost");
    server.startAgain();
    assertThat(a.next()).isEqualTo("restored");
    List<String> heard = new ArrayList<>();
    for (String event = b.next(); !event.equals("restored"); event = b.next()) {
      heard.add(event);
    }
    a.emit("last");
    for (String event = b.next(); !event.equals("last"); event = b.next()) {
      heard.add(event);
    }
    heard.remove("lost");
    assertThat(heard).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void aNodeMayStartWhileTheServerIsAway() throws Exception {
    Connection connection = server.connect();
    TestNode witness = TestNode.started(connection, "/", "witness");
    server.stop();
    assertThat(witness.next()).isEqualTo("lost");
    TestNode late = new TestNode(connection, "/", "late");
    assertThat(late.started).isNotDone();
    server.startAgain();
    TestNode.done(late.started);
  }

  @Test
  void whoHasClosedHearsNothing() throws Exception {
    TestNode a = node("a");
    TestNode b = node("b");
    TestNode c = node("c");
    TestNode.done(b.bus.close().toCompletableFuture());
    a.emit("hello");
    assertThat(c.next()).isEqualTo("hello");
    b.onGarbage(new IllegalStateException("the first thing that it hears"));
    assertThat(b.next()).isEqualTo("garbage");
  }

  @Test
  void aBusMayBeClosedAfterItsConnection() throws Exception {
    Connection connection = server.connect();
    TestNode a = TestNode.started(connection, "/", "a");
    connection.close();
    TestNode.done(a.bus.close().toCompletableFuture());
  }

  @Test
  void garbageHarmsNobody() throws Exception {
    Connection stranger = server.connect();
    TestNode a = node("a");
    TestNode b = node("b");
    for (String garbage : List.of("", "{", "[1]", "{\"type\":99}", "\u0000")) {
      stranger.publish(TO_ALL, garbage.getBytes(UTF_8));
      assertThat(b.next()).isEqualTo("garbage");
    }
    Headers forged = new Headers().put("Sockeye-From", "b").put("Sockeye-Number", "many");
    stranger.publish(TO_ALL, forged, new byte[0]);
    assertThat(b.next()).isEqualTo("garbage");
    stranger.publish(TO_ALL, new Headers().put("Sockeye-From", "b"), new byte[0]);
    assertThat(b.next()).isEqualTo("garbage");
    stranger.flush(null);
    a.emit("still there");
    assertThat(b.next()).isEqualTo("still there");
  }

  @Test
  void aNamespaceIsNoPattern() throws Exception {
    TestNode a = TestNode.started(server.connect(), "/a", "a");
    TestNode star = TestNode.started(server.connect(), "/*", "b");
    TestNode dots = TestNode.started(server.connect(), "/*", "c");
    assertThat(TestNode.done(a.emit("to /a"))).isEqualTo("published");
    dots.emit("to /*");
    assertThat(star.next()).isEqualTo("to /*");
  }

  @Test
  void aMessageOverTheServersLimitIsRefusedAtOnce() {
    TestNode a = node("a");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> a.emit("x".repeat(1 << 20)))
        .withMessageContaining("max_payload: 1048576");
  }

  @Test
  void aConnectionWhoseQueueWouldBlockIsRefused() throws Exception {
    Options blocking = Options.builder().server(server.connect().getConnectedUrl()).build();
    try (Connection connection = Nats.connect(blocking)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> NatsAdapter.of(connection, ClusterOptions.defaults()))
          .withMessageContaining("discardMessagesWhenOutgoingQueueFull()");
    }
  }
}
