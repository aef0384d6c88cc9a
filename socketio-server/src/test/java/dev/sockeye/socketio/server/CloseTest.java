// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sockeye.socketio.adapter.Adapter;
import dev.sockeye.socketio.adapter.LocalNamespace;
import dev.sockeye.socketio.adapter.MemoryAdapter;
import java.lang.reflect.Proxy;
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
  void aHostThatClosesWhatItServesEndsTheWholeServer() throws Exception {
    List<String> ended = new ArrayList<>();
    TestServer whole =
        new TestServer(options -> options.adapter(namespace -> tellingItsEnd(namespace, ended)));
    whole.io.onConnection(
        socket -> socket.onDisconnect((reason, details) -> ended.add(reason.text())));
    whole.connect();
    CompletableFuture<Void> closed = whole.io.service().close();
    whole.host.runPending();
    closed.get(10, TimeUnit.SECONDS);
    assertThat(ended).containsExactly("server shutting down", "the adapter of /");
  }

  @Test
  void theServiceAnswersOnThePathOfTheEngineOnly() {
    assertThat(server.io.service().handles("/socket.io/")).isTrue();
    assertThat(server.io.service().handles("/page.html")).isFalse();
  }

  @Test
  void aServerThatItsHostHasEndedCanBeClosedToo() throws Exception {
    server.connect();
    server.io.service().close();
    close();
    assertThat(server.io.isClosed()).isTrue();
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

  private static Adapter tellingItsEnd(LocalNamespace namespace, List<String> ended) {
    Adapter adapter = new MemoryAdapter(namespace);
    return (Adapter)
        Proxy.newProxyInstance(
            Adapter.class.getClassLoader(),
            new Class<?>[] {Adapter.class},
            (proxy, method, args) -> {
              if (method.getName().equals("close")) {
                ended.add("the adapter of " + namespace.name());
              }
              return method.invoke(adapter, args);
            });
  }

  private void close() throws Exception {
    CompletableFuture<Void> closed = server.io.close();
    server.host.runPending();
    server.host.advance(server.io.engine().options().drainTimeout());
    closed.get(10, TimeUnit.SECONDS);
  }
}
