// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LocalSocketsTest {
  private final TestServer server = new TestServer();

  @Test
  void theyAreTheSocketsThatAreConnected() {
    TestClient ann = server.connect();
    TestClient bob = server.connect();
    assertThat(ids(server.io.localSockets())).containsExactlyInAnyOrder(ann.id, bob.id);
  }

  @Test
  void aRoomsAreItsMembers() {
    TestClient ann = server.connect();
    server.connect();
    server.io.in(ann.id).socketsJoin("lobby");
    assertThat(ids(server.io.in("lobby").localSockets())).containsExactly(ann.id);
  }

  @Test
  void thoseLeftOutAreNotThere() {
    TestClient ann = server.connect();
    TestClient bob = server.connect();
    assertThat(ids(server.io.except(ann.id).localSockets())).containsExactly(bob.id);
  }

  @Test
  void whoWaitsForMiddlewareIsNotThereYet() {
    server.io.use(socket -> socket.join("lobby"));
    server.io.useAsync(socket -> new CompletableFuture<>());
    server.open().send("40");
    assertThat(server.io.in("lobby").localSockets()).isEmpty();
  }

  @Test
  void whoIsLeavingIsNotThereAnyMore() {
    List<List<Socket>> there = new ArrayList<>();
    server.io.onConnection(
        socket -> socket.onDisconnecting((reason, details) -> there.add(server.io.localSockets())));
    server.connect().send("41");
    assertThat(there).containsExactly(List.of());
  }

  @Test
  void whatWasGivenDoesNotChange() {
    server.connect();
    List<Socket> before = server.io.localSockets();
    server.connect();
    assertThat(before).hasSize(1);
  }

  private static List<String> ids(List<Socket> sockets) {
    return sockets.stream().map(Socket::id).toList();
  }
}
