// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.socketio.adapter.Adapter;
import dev.sockeye.socketio.adapter.LocalNamespace;
import dev.sockeye.socketio.adapter.MemoryAdapter;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Who comes while the adapter of a namespace is still on its way into the cluster. */
class AdapterStartTest {
  private final CompletableFuture<Void> started = new CompletableFuture<>();
  private final TestServer server = new TestServer(options -> options.adapter(this::adapter));

  /** The adapter of one node, but for its start. */
  private Adapter adapter(LocalNamespace namespace) {
    MemoryAdapter memory = new MemoryAdapter(namespace);
    return (Adapter)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Adapter.class},
            (proxy, method, args) ->
                method.getName().equals("init") ? started : method.invoke(memory, args));
  }

  @Test
  void clientsWaitForTheStart() {
    TestClient client = server.open().send("40");
    assertThat(client.received()).isEmpty();
    started.complete(null);
    server.host.runPending();
    assertThat(client.received()).singleElement().asString().startsWith("40{\"sid\":");
  }

  @Test
  void anAdapterThatFailsToStartKeepsNobodyOut() {
    TestClient client = server.open().send("40");
    started.completeExceptionally(new IllegalStateException("no broker"));
    server.host.runPending();
    assertThat(client.received()).singleElement().asString().startsWith("40{\"sid\":");
  }

  @Test
  void whoLeavesMeanwhileIsNotLetIn() {
    TestClient client = server.open().send("40").send("41");
    started.complete(null);
    server.host.runPending();
    assertThat(client.received()).isEmpty();
    assertThat(server.io.of("/").sockets()).isEmpty();
  }
}
