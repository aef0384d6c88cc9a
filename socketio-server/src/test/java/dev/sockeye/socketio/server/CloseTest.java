// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CloseTest {
  private final TestServer server = new TestServer();
  private final List<String> heard = new ArrayList<>();

  @Test
  void everySocketHearsWhy() throws Exception {
    server.io.onConnection(
        socket -> socket.onDisconnect((reason, details) -> heard.add(reason.text())));
    server.connect();
    server.connect();
    close();
    assertThat(heard).containsExactly("server shutting down", "server shutting down");
  }

  @Test
  void clientsSeeALostConnectionAndNoEndOfTheNamespace() throws Exception {
    TestClient client = server.connect();
    close();
    assertThat(client.received()).doesNotContain("41");
    assertThat(client.isClosed()).isTrue();
  }

  @Test
  void whatIsQueuedStillLeaves() throws Exception {
    TestClient client = server.connect();
    server.io.emit("last words");
    close();
    assertThat(client.received()).contains("42[\"last words\"]");
  }

  @Test
  void nothingIsLeft() throws Exception {
    server.io.onConnection(socket -> socket.join("lobby"));
    server.connect();
    server.open();
    close();
    assertThat(Leaks.of(server.io)).isEmpty();
    assertThat(server.io.engine().sessionCount()).isZero();
    assertThat(server.host.pendingTimers()).isZero();
  }

  @Test
  void closingTwiceIsClosingOnce() throws Exception {
    close();
    close();
    assertThat(server.io.isClosed()).isTrue();
  }

  @Test
  void listeningWithoutAHostSaysWhatToAdd() {
    assertThatThrownBy(() -> server.io.listen(0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("dev.sockeye:sockeye-netty");
  }

  private void close() throws Exception {
    CompletableFuture<Void> closed = server.io.close();
    server.host.runPending();
    server.host.advance(server.io.engine().options().drainTimeout());
    closed.get(10, TimeUnit.SECONDS);
  }
}
