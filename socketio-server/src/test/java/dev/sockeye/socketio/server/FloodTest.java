// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.testkit.LocalExchange;
import dev.sockeye.testkit.RawPeer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Whatever a client can flood with counts as an event; here it may send four in a second. */
class FloodTest {
  private static final String EVENT = "42[\"n\"]";
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final TestServer server = new TestServer(options -> options.maxEventsPerSecond(4));
  private final AtomicReference<Socket> socket = new AtomicReference<>();
  private final List<String> seen = new ArrayList<>();

  FloodTest() {
    server.io.onConnection(
        who -> {
          socket.set(who);
          who.on("n", (args, ack) -> seen.add("event"));
        });
  }

  @Test
  void aLoopOfJoiningAndLeavingAsksMiddlewareNoOftener() {
    server.io.of("/a").use(who -> seen.add("asked"));
    server.open().send("40/a,", "41/a,", "40/a,", "41/a,", "40/a,", "41/a,");
    assertThat(seen).hasSize(2);
    server.advance(SECOND);
    assertThat(seen).hasSize(3);
  }

  @Test
  void askingForNamespacesThatThereAreNotCounts() {
    TestClient client = server.open();
    client.send("40/a,", "40/b,", "40/c,", "40/d,", "40/e,");
    assertThat(client.received()).hasSize(4);
    server.advance(SECOND);
    assertThat(client.received()).containsExactly("44/e,{\"message\":\"Invalid namespace\"}");
  }

  @Test
  void parentsAreAskedNoOftener() {
    server.io.of((name, handshake) -> !seen.add(name));
    server.open().send("40/a,", "40/b,", "40/c,", "40/d,", "40/e,");
    assertThat(seen).containsExactly("/a", "/b", "/c", "/d");
  }

  @Test
  void answersThatNobodyWaitsForCount() {
    TestClient client = server.connect();
    client.send("430[]", "431[]", "432[]", EVENT);
    assertThat(seen).isEmpty();
    server.advance(SECOND);
    assertThat(seen).hasSize(1);
  }

  @Test
  void whatComesForANamespaceAfterItsEndCounts() {
    server.io.of("/a").onConnection(Socket::disconnect);
    TestClient client = server.connect().send("40/a,");
    client.send("42/a,[\"n\"]", "41/a,", EVENT);
    assertThat(seen).isEmpty();
    server.advance(SECOND);
    assertThat(seen).hasSize(1);
  }

  @Test
  void answersThatWereAskedForAreFree() {
    TestClient client = server.connect();
    server.run(
        () -> {
          for (int i = 0; i < 5; i++) {
            socket.get().emitWithAck("ask");
          }
        });
    client.send("430[]", "431[]", "432[]", "433[]", "434[]", EVENT);
    assertThat(seen).hasSize(1);
  }

  @Test
  void anAnswerThatIsGivenAgainCounts() {
    TestClient client = server.connect();
    server.run(() -> socket.get().emitWithAck("ask"));
    client.send("430[]", "430[]", "430[]", "430[]", EVENT);
    assertThat(seen).isEmpty();
  }

  @Test
  void whoFloodsSlowsNobodyElseDown() {
    TestClient other = server.connect();
    server.open().send("40/a,", "40/b,", "40/c,", "40/d,", "40/e,");
    other.send(EVENT);
    assertThat(seen).hasSize(1);
  }

  @Test
  void whatWasTooMuchInOnePostIsPaidForWithALongerPause() {
    RawPeer peer = server.host.peer().open();
    peer.post("40");
    server.advance(SECOND);
    LocalExchange post =
        peer.post(
            "%s\u001e%<s\u001e%<s\u001e%<s\u001e%<s\u001e%<s\u001e%<s\u001e%<s\u001e%<s"
                .formatted(EVENT));
    assertThat(seen).hasSize(9);
    server.advance(SECOND.multipliedBy(2).minusMillis(1));
    assertThat(post.isAnswered()).isFalse();
    server.advance(Duration.ofMillis(1));
    assertThat(post.body()).isEqualTo("ok");
  }

  @Test
  void aPauseEndsWithTheConnection() {
    RawPeer peer = server.host.peer().open();
    int timers = server.host.pendingTimers();
    peer.post("40" + ("\u001e" + EVENT).repeat(1000));
    server.run(() -> server.io.disconnectSockets(true));
    server.advance(server.io.engine().options().closeTimeout());
    assertThat(server.host.pendingTimers()).isLessThan(timers);
  }
}
