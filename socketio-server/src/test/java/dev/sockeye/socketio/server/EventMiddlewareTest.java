// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Middleware of a socket: {@code socket.use}. */
class EventMiddlewareTest {
  private final TestServer server = new TestServer();
  private final List<String> seen = new ArrayList<>();

  @Test
  void eachEventPassesThroughAllOfThemInTheirOrder() {
    onSocket(
        socket -> {
          socket.use(event -> seen.add("first " + event.name()));
          socket.useAsync(
              event -> CompletableFuture.completedFuture(seen.add("second " + event.args())));
          socket.on("a", (args, ack) -> seen.add("heard"));
        });
    server.connect().send("42[\"a\",1]");
    assertThat(seen).containsExactly("first a", "second [1]", "heard");
  }

  @Test
  void aRefusedEventIsDroppedAndTheSocketLivesOn() {
    onSocket(
        socket -> {
          socket.use(
              event -> {
                if (event.name().equals("admin")) {
                  throw new EventRefusedException("not you");
                }
              });
          socket.onError((error, event) -> seen.add(event + ": " + error.getMessage()));
          socket.on("admin", (args, ack) -> seen.add("heard"));
          socket.on("a", (args, ack) -> seen.add("a"));
        });
    TestClient client = server.connect().send("421[\"admin\"]", "42[\"a\"]");
    assertThat(seen).containsExactly("admin: not you", "a");
    assertThat(client.received()).isEmpty();
    assertThat(server.errors).isEmpty();
  }

  @Test
  void withoutAnErrorListenerTheServersHandlerHearsOfIt() {
    onSocket(
        socket -> socket.useAsync(event -> CompletableFuture.failedFuture(new Exception("no"))));
    server.connect().send("42[\"a\"]");
    assertThat(server.errors).containsExactly("a: no");
  }

  @Test
  void eventsBehindOneThatWaitsKeepTheirOrder() {
    CompletableFuture<Void> gate = new CompletableFuture<>();
    onSocket(
        socket -> {
          socket.useAsync(
              event -> event.name().equals("slow") ? gate : CompletableFuture.completedFuture(1));
          socket.onAny(event -> seen.add(event.name()));
        });
    server.connect().send("42[\"slow\"]", "42[\"b\"]", "42[\"c\"]");
    assertThat(seen).isEmpty();
    gate.complete(null);
    server.host.runPending();
    assertThat(seen).containsExactly("slow", "b", "c");
  }

  @Test
  void otherNamespacesGoOnWhileAnEventWaits() {
    onSocket(socket -> socket.useAsync(event -> new CompletableFuture<>()));
    server.io.of("/other").onConnection(socket -> socket.on("a", (args, ack) -> seen.add("a")));
    server.connect().join("/other").send("42[\"slow\"]", "42/other,[\"a\"]");
    assertThat(seen).containsExactly("a");
  }

  @Test
  void whatWaitsWhenTheSocketLeavesIsDropped() {
    CompletableFuture<Void> gate = new CompletableFuture<>();
    onSocket(
        socket -> {
          socket.useAsync(event -> gate);
          socket.onAny(event -> seen.add(event.name()));
          socket.onDisconnect((reason, details) -> seen.add(reason.text()));
        });
    server.connect().send("42[\"a\"]", "42[\"b\"]", "41");
    gate.complete(null);
    server.host.runPending();
    assertThat(seen).containsExactly("client namespace disconnect");
  }

  @Test
  void whatWaitsCountsAgainstTheLimitOfTheConnection() {
    TestServer small = new TestServer(options -> options.maxPendingBytes(400));
    CompletableFuture<Void> gate = new CompletableFuture<>();
    small.io.onConnection(
        socket -> {
          socket.useAsync(event -> gate);
          socket.onAny(event -> seen.add(event.name()));
        });
    TestClient client = small.connect();
    client.send("42[\"a\"]", "42[\"b\"]", "42[\"c\"]", "42[\"d\"]", "42[\"e\"]");
    assertThat(client.wire.local().isRead()).isFalse();
    gate.complete(null);
    small.host.runPending();
    assertThat(client.wire.local().isRead()).isTrue();
    assertThat(seen).containsExactly("a", "b", "c", "d", "e");
  }

  @Test
  void argumentsMayBeReplaced() {
    onSocket(
        socket -> {
          socket.use(event -> event.replaceArgs(event.args().integer(0) + 1, new byte[] {7}));
          socket.on("a", (args, ack) -> seen.add(args.integer(0) + " " + args.bytes(1)[0]));
        });
    server.connect().send("42[\"a\",1]");
    assertThat(seen).containsExactly("2 7");
  }

  @Test
  void answersOfTheClientDoNotPass() {
    onSocket(
        socket -> {
          socket.use(event -> seen.add(event.name()));
          socket.emitWithAck("ask");
        });
    server.connect().send("430[1]");
    assertThat(seen).isEmpty();
  }

  @Test
  void aMiddlewareCanBeTakenAway() {
    onSocket(socket -> socket.use(event -> seen.add(event.name())).cancel());
    server.connect().send("42[\"a\"]");
    assertThat(seen).isEmpty();
  }

  private void onSocket(Consumer<Socket> listener) {
    server.io.onConnection(listener);
  }
}
