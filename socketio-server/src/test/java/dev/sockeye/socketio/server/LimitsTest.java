// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** How much one client may cost. */
class LimitsTest {
  private final AtomicReference<Socket> socket = new AtomicReference<>();
  private final List<Object> heard = new ArrayList<>();

  @Test
  void oneNamespaceTooManyIsRefusedAndTheOthersLiveOn() {
    TestServer server = server(options -> options.maxNamespacesPerConnection(2));
    server.io.of("/a");
    server.io.of("/b");
    TestClient client = server.connect().join("/a").send("40/b,");
    assertThat(client.received()).containsExactly("44/b,{\"message\":\"Too many namespaces\"}");
    assertThat(client.send("41/a,").join("/b").isClosed()).isFalse();
  }

  @Test
  void namespacesThatAreAskedForCount() {
    TestServer server = server(options -> options.maxNamespacesPerConnection(2));
    server.io.ofAsync((name, handshake) -> new CompletableFuture<>());
    TestClient client = server.open().send("40/a,", "40/b,", "40/c,");
    assertThat(client.received()).containsExactly("44/c,{\"message\":\"Too many namespaces\"}");
  }

  @Test
  void aRefusedNamespaceCountsNoMore() {
    TestServer server = server(options -> options.maxNamespacesPerConnection(1));
    TestClient client = server.open().send("40/nope,");
    client.received();
    assertThat(client.join("/").isClosed()).isFalse();
  }

  @Test
  void oneRoomTooManyIsTheCallersError() {
    TestServer server = server(options -> options.maxRoomsPerSocket(3));
    server.connect();
    socket.get().join("a", "b");
    socket.get().join("b");
    assertThatThrownBy(() -> socket.get().join("c"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("can't be in 4 rooms: maxRoomsPerSocket allows 3");
    assertThat(socket.get().rooms()).hasSize(3);
  }

  @Test
  void aSocketThatMiddlewareHasFilledIsLetInAllTheSame() {
    TestServer server = server(options -> options.maxRoomsPerSocket(2));
    server.io.use(who -> who.join("a", "b"));
    TestClient client = server.connect();
    assertThat(socket.get().rooms()).containsExactly("a", "b", client.id);
  }

  @Test
  void aFullSocketKeepsNobodyElseOutOfARoom() {
    TestServer server = server(options -> options.maxRoomsPerSocket(2));
    server.connect();
    Socket full = socket.get();
    full.join("a");
    server.connect();
    server.io.socketsJoin("b");
    assertThat(socket.get().rooms()).contains("b");
    assertThat(full.rooms()).doesNotContain("b");
  }

  @Test
  void whoOwesTooManyAnswersIsNotAskedAgain() {
    TestServer server = server(options -> options.maxPendingAcks(1));
    TestClient client = server.connect();
    server.run(() -> socket.get().emitWithAck("first"));
    CompletableFuture<?> second = socket.get().emitWithAck("second");
    server.host.runPending();
    assertThatThrownBy(second::join)
        .hasCauseInstanceOf(TooManyAcksException.class)
        .hasMessageContaining("maxPendingAcks");
    assertThat(client.received()).containsExactly("420[\"first\"]");
  }

  @Test
  void whoOwesTooManyAnswersCountsAsMissingInABroadcast() {
    TestServer server = server(options -> options.maxPendingAcks(1));
    TestClient ann = server.connect();
    server.run(() -> socket.get().emitWithAck("first"));
    TestClient bob = server.connect();
    CompletableFuture<Integer> missing = server.io.emitForAnswers("ask", heard::add);
    server.host.runPending();
    bob.send("431[1]");
    assertThat(missing).isCompletedWithValue(1);
    assertThat(ann.received()).containsExactly("420[\"first\"]");
  }

  @Test
  void anAnswerMakesRoomForAnother() {
    TestServer server = server(options -> options.maxPendingAcks(1));
    TestClient client = server.connect();
    server.run(() -> socket.get().emitWithAck("first"));
    client.send("430[]");
    server.run(() -> socket.get().emitWithAck("second"));
    assertThat(client.received()).containsExactly("420[\"first\"]", "421[\"second\"]");
  }

  @Test
  void aFastClientIsReadNoFurtherUntilTheSecondIsOver() {
    TestServer server = server(options -> options.maxEventsPerSecond(2));
    TestClient client = server.connect();
    server.advance(Duration.ofSeconds(1));
    client.send("42[\"n\",1]", "42[\"n\",2]", "42[\"n\",3]", "42[\"n\",4]", "42[\"n\",5]");
    assertThat(heard).containsExactly(1, 2);
    server.advance(Duration.ofMillis(999));
    assertThat(heard).hasSize(2);
    server.advance(Duration.ofMillis(1));
    assertThat(heard).containsExactly(1, 2, 3, 4);
    server.advance(Duration.ofSeconds(1));
    assertThat(heard).containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void aSlowClientIsReadOn() {
    TestServer server = server(options -> options.maxEventsPerSecond(2));
    TestClient client = server.connect();
    for (int i = 0; i < 5; i++) {
      client.send("42[\"n\"," + i + "]");
      server.advance(Duration.ofSeconds(1));
    }
    assertThat(heard).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void aLimitMustBePositive() {
    assertThatThrownBy(() -> SocketIoServer.builder().maxRoomsPerSocket(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maxRoomsPerSocket must be positive, not 0");
  }

  private TestServer server(Consumer<SocketIoServer.Builder> options) {
    TestServer server = new TestServer(options);
    server.io.onConnection(
        who -> {
          socket.set(who);
          who.on("n", (args, ack) -> heard.add(args.integer(0)));
        });
    return server;
  }
}
