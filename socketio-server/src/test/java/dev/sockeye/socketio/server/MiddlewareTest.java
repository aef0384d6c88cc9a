// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class MiddlewareTest {
  private final TestServer server = new TestServer();
  private final List<String> seen = new ArrayList<>();

  @Test
  void theyAreAskedInTheOrderInWhichTheyWereAdded() {
    server.io.use(socket -> seen.add("first"));
    server
        .io
        .of("/")
        .useAsync(socket -> CompletableFuture.runAsync(() -> seen.add("second"), Runnable::run));
    server.io.use(socket -> seen.add("third"));
    server.io.onConnection(socket -> seen.add("connected"));
    server.connect();
    assertThat(seen).containsExactly("first", "second", "third", "connected");
  }

  @Test
  void aRefusalTellsTheClientWhyAndKeepsTheConnection() {
    server.io.use(
        socket -> {
          throw new ConnectionRefusedException("not today", Map.of("code", 7));
        });
    TestClient client = server.open().send("40");
    assertThat(client.received())
        .containsExactly("44{\"message\":\"not today\",\"data\":{\"code\":7}}");
    assertThat(client.isClosed()).isFalse();
  }

  @Test
  void aRefusalWithoutDataHasOnlyAMessage() {
    server
        .io
        .of("/admin")
        .use(
            socket -> {
              throw new ConnectionRefusedException("no");
            });
    assertThat(server.open().send("40/admin,").received())
        .containsExactly("44/admin,{\"message\":\"no\"}");
  }

  @Test
  void dataThatCanNotBeEncodedIsReportedAndTheMessageSent() {
    server.io.use(
        socket -> {
          throw new ConnectionRefusedException("no", new EventTest.Unreadable("x"));
        });
    assertThat(server.open().send("40").received()).containsExactly("44{\"message\":\"no\"}");
    assertThat(server.errors).singleElement().asString().startsWith("middleware: ");
  }

  @Test
  void aFailedStageIsARefusal() {
    server
        .io
        .of("/")
        .useAsync(
            socket -> CompletableFuture.failedFuture(new ConnectionRefusedException("expired")));
    assertThat(server.open().send("40").received()).containsExactly("44{\"message\":\"expired\"}");
  }

  @Test
  void aDependentStageThatFailsIsARefusalToo() {
    server
        .io
        .of("/")
        .useAsync(
            socket ->
                CompletableFuture.completedFuture(1)
                    .thenAccept(
                        one -> {
                          throw new ConnectionRefusedException("expired");
                        }));
    assertThat(server.open().send("40").received()).containsExactly("44{\"message\":\"expired\"}");
  }

  @Test
  void anUnexpectedFailureIsReportedAndNotShown() {
    server.io.use(
        socket -> {
          throw new IllegalStateException("password is hunter2");
        });
    assertThat(server.open().send("40").received())
        .containsExactly("44{\"message\":\"Internal server error\"}");
    assertThat(server.errors).containsExactly("middleware: password is hunter2");
  }

  record Login(String name) {}

  @Test
  void authThatDoesNotFitIsTheClientsFaultAndItIsTold() {
    server.io.use(socket -> socket.handshake().auth(Login.class));
    TestClient client = server.open().send("40{\"name\":[1]}");
    assertThat(client.received()).containsExactly("44{\"message\":\"invalid auth\"}");
    assertThat(server.errors).singleElement().asString().startsWith("middleware: argument 0");
  }

  @Test
  void authThatDoesNotFitIsTheClientsFaultInAStageToo() {
    server.io.useAsync(
        socket ->
            CompletableFuture.completedFuture(socket)
                .thenApply(waiting -> waiting.handshake().auth(Login.class)));
    assertThat(server.open().send("40{\"name\":[1]}").received())
        .containsExactly("44{\"message\":\"invalid auth\"}");
  }

  @Test
  void theFirstRefusalEndsTheChain() {
    server.io.use(
        socket -> {
          throw new ConnectionRefusedException("no");
        });
    server.io.use(socket -> seen.add("second"));
    server.io.onConnection(socket -> seen.add("connected"));
    server.open().send("40");
    assertThat(seen).isEmpty();
  }

  @Test
  void aRefusedSocketLeavesItsRoomsAndHearsOfNoEnd() {
    server.io.use(
        socket -> {
          socket.join("lobby");
          socket.onDisconnect((reason, details) -> seen.add("disconnect"));
          throw new ConnectionRefusedException("no");
        });
    server.open().send("40");
    assertThat(server.host.scheduler().pendingTasks()).isZero();
    assertThat(Leaks.of(server.io)).isEmpty();
    assertThat(seen).isEmpty();
  }

  @Test
  void aRefusedClientMayTryAgain() {
    List<String> tokens = new ArrayList<>();
    server.io.use(
        socket -> {
          tokens.add(String.valueOf(socket.handshake().auth().get("token")));
          if (tokens.size() == 1) {
            throw new ConnectionRefusedException("no");
          }
        });
    TestClient client = server.open().send("40{\"token\":\"a\"}", "40{\"token\":\"b\"}");
    assertThat(client.received()).last().asString().startsWith("40{\"sid\":");
    assertThat(tokens).containsExactly("a", "b");
  }

  @Test
  void oneNamespaceDoesNotAskTheMiddlewareOfAnother() {
    server.io.of("/admin");
    server.io.use(socket -> seen.add("main"));
    server.connect("/admin");
    assertThat(seen).isEmpty();
  }

  @Test
  void thereASocketIsNotConnectedYet() {
    server.io.use(
        socket -> {
          seen.add("connected " + socket.isConnected());
          seen.add("id " + socket.id().length());
          seen.add("query " + socket.handshake().query().get("EIO"));
          socket.data().put("user", "ann");
          socket.join("lobby");
        });
    server.io.onConnection(
        socket -> {
          seen.add("user " + socket.data().get("user"));
          seen.add("in lobby " + socket.rooms().contains("lobby"));
        });
    server.connect();
    assertThat(seen)
        .containsExactly("connected false", "id 20", "query 4", "user ann", "in lobby true");
  }

  @Test
  void whatIsSentThereLeavesBeforeTheConfirmation() {
    server.io.use(socket -> socket.emit("early"));
    assertThat(server.open().send("40").received())
        .satisfiesExactly(
            event -> assertThat(event).isEqualTo("42[\"early\"]"),
            connect -> assertThat(connect).startsWith("40{"));
  }

  @Test
  void aBroadcastDoesNotReachASocketThatWaits() {
    server.io.use(socket -> socket.join("lobby"));
    server.io.of("/").useAsync(socket -> new CompletableFuture<>());
    TestClient client = server.open().send("40");
    server.io.to("lobby").emit("hi");
    server.io.emit("hi");
    server.host.runPending();
    assertThat(client.received()).isEmpty();
  }

  @Test
  void theSocketWaitsForTheStage() {
    CompletableFuture<Void> gate = new CompletableFuture<>();
    server.io.of("/").useAsync(socket -> gate);
    TestClient client = server.open().send("40");
    assertThat(client.received()).isEmpty();
    gate.complete(null);
    server.host.runPending();
    assertThat(client.received()).singleElement().asString().startsWith("40{");
  }

  @Test
  void joiningASecondTimeWhileWaitingClosesTheConnection() {
    server.io.of("/").useAsync(socket -> new CompletableFuture<>());
    assertThat(server.open().send("40", "40").isClosed()).isTrue();
  }

  @Test
  void anEventWhileWaitingClosesTheConnection() {
    server.io.of("/").useAsync(socket -> new CompletableFuture<>());
    assertThat(server.open().send("40", "42[\"hi\"]").isClosed()).isTrue();
  }

  @Test
  void aConnectionThatIsLostWhileWaitingIsForgotten() {
    CompletableFuture<Void> gate = new CompletableFuture<>();
    server.io.of("/").useAsync(socket -> gate);
    server.io.onConnection(socket -> seen.add("connected"));
    TestClient client = server.open().send("40");
    client.wire.drop();
    gate.complete(null);
    server.host.runPending();
    assertThat(seen).isEmpty();
    assertThat(Leaks.of(server.io)).isEmpty();
  }

  @Test
  void waitingDoesNotStopTheConnectTimeout() {
    TestServer hasty = new TestServer(options -> options.connectTimeout(Duration.ofSeconds(1)));
    hasty.io.of("/").useAsync(socket -> new CompletableFuture<>());
    TestClient client = hasty.open().send("40");
    hasty.advance(Duration.ofSeconds(1));
    assertThat(client.isClosed()).isTrue();
  }

  @Test
  void otherNamespacesGoOnWhileOneWaits() {
    server.io.of("/slow").useAsync(socket -> new CompletableFuture<>());
    server.io.onConnection(socket -> socket.on("ping", (args, ack) -> socket.emit("pong")));
    TestClient client = server.connect();
    client.send("40/slow,", "42[\"ping\"]");
    assertThat(client.received()).containsExactly("42[\"pong\"]");
  }

  @Test
  void joiningLateHasNoEffect() {
    AtomicReference<Socket> kept = new AtomicReference<>();
    server.io.use(
        socket -> {
          kept.set(socket);
          throw new ConnectionRefusedException("no");
        });
    server.open().send("40");
    kept.get().join("lobby");
    assertThat(Leaks.of(server.io)).isEmpty();
  }

  @Test
  void oneThatReturnsNoStageRefusesTheSocket() {
    server.io.of("/").useAsync(socket -> null);
    assertThat(server.open().send("40").received())
        .containsExactly("44{\"message\":\"Internal server error\"}");
  }
}
