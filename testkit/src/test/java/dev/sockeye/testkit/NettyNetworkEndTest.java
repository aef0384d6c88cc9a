// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.client.NettyNetwork;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left of a network that was closed while a WebSocket was open. */
class NettyNetworkEndTest {
  private static final int PATIENCE_SECONDS = 20;

  private final CompletableFuture<String> serverSees = new CompletableFuture<>();
  private final CompletableFuture<Thread> thread = new CompletableFuture<>();

  private void withOpenWebSocket(NettyNetwork network, Consumer<NetworkPeer> conversation) {
    WireServer.Script script =
        server -> {
          server.accept(server.head(), "").awaitEnd();
          serverSees.complete("end");
        };
    try (WireServer server = WireServer.start(script);
        NetworkPeer peer = new NetworkPeer(network, server.port())) {
      NetworkRecorder recorder = peer.webSocket("/");
      assertThat(recorder.next()).isEqualTo("101");
      assertThat(recorder.next()).isEqualTo("open");
      peer.onThread(() -> thread.complete(Thread.currentThread()));
      conversation.accept(peer);
    }
  }

  private static NettyNetwork network(boolean epoll) {
    return NettyNetwork.builder().eventLoops(1).nativeTransport(epoll).build();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aNetworkThatIsClosedOnItsOwnThreadClosesItsConnections(boolean epoll) {
    NettyNetwork network = network(epoll);
    withOpenWebSocket(
        network,
        peer -> {
          peer.onThread(network::close);
          serverSees.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        });
    assertThat(serverSees).isCompletedWithValue("end");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void itsThreadEnds(boolean epoll) throws InterruptedException {
    withOpenWebSocket(network(epoll), NetworkPeer::close);
    thread.join().join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    assertThat(thread.join().isAlive()).isFalse();
  }
}
