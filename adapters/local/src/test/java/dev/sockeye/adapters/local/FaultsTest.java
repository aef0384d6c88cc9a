// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.adapters.local;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sockeye.socketio.adapter.BroadcastOptions;
import dev.sockeye.socketio.adapter.ClusterAdapter;
import dev.sockeye.socketio.adapter.ClusterObserver;
import dev.sockeye.socketio.adapter.ClusterOptions;
import dev.sockeye.socketio.adapter.ClusterTimeoutException;
import dev.sockeye.socketio.server.Socket;
import dev.sockeye.socketio.server.SocketIoServer;
import dev.sockeye.testkit.History;
import dev.sockeye.testkit.TestClient;
import dev.sockeye.testkit.TestHost;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nodes that are cut off, and come back. */
@Timeout(60)
class FaultsTest {
  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
  private final List<ClusterAdapter> adapters = new ArrayList<>();
  private final LocalCluster cluster = LocalCluster.create().on(Runnable::run);
  private final ClusterOptions options =
      ClusterOptions.defaults()
          .requestTimeout(ofMillis(300))
          .observer(
              new ClusterObserver() {
                @Override
                public void onLost(String namespace, Throwable why) {
                  seen.add("lost " + namespace);
                }

                @Override
                public void onRestored(String namespace) {
                  seen.add("restored " + namespace);
                }

                @Override
                public void onPublishFailure(String namespace, Throwable why) {
                  seen.add("unsent");
                }

                @Override
                public void onTimeout(String namespace, int expected, int received) {
                  seen.add("timeout " + received + "/" + expected);
                }
              });
  private final SocketIoServer one = server();
  private final SocketIoServer two = server();
  private final TestHost hostOne = TestHost.of(one.service());
  private final TestHost hostTwo = TestHost.of(two.service());

  private SocketIoServer server() {
    return SocketIoServer.builder()
        .adapter(
            namespace -> {
              ClusterAdapter adapter = new ClusterAdapter(namespace, cluster.bus(options), options);
              adapters.add(adapter);
              return adapter;
            })
        .build();
  }

  private void cutTwo() {
    cluster.cut(adapters.get(1).uid());
  }

  private void healTwo() {
    cluster.heal(adapters.get(1).uid());
  }

  @Test
  void localDeliveryGoesOn() {
    TestClient client = hostTwo.connect();
    cutTwo();
    two.emit("hi");
    client.receive("hi");
    assertThat(seen).containsExactly("lost /", "unsent");
  }

  @Test
  void healingIsToldAndNothingIsLostTwiceOrOutOfOrder() {
    History history = new History();
    TestClient client = hostTwo.connect();
    one.emit("event", history.emitted("one"));
    cutTwo();
    one.emit("event", history.emitted("one"));
    one.emit("event", history.emitted("one"));
    healTwo();
    one.emit("event", history.emitted("one"));
    for (int i = 0; i < 4; i++) {
      history.received("client", client.receive("event").args().string(0));
    }
    assertThat(seen).containsExactly("lost /", "restored /");
    assertThat(history.duplicates()).isEmpty();
    assertThat(history.disorder()).isEmpty();
    assertThat(history.gaps("client")).isEmpty();
  }

  @Test
  void aNodeThatDoesNotAnswerIsNamedByNumberAndTheRestIsThere() {
    CompletableFuture<Socket> connected = new CompletableFuture<>();
    one.onConnection(connected::complete);
    TestClient client = hostOne.connect();
    connected.join();
    cutTwo();
    assertThatThrownBy(() -> one.fetchSockets().join())
        .cause()
        .isInstanceOfSatisfying(
            ClusterTimeoutException.class,
            timeout -> {
              assertThat(timeout).hasMessageContaining("only 0 responses received out of 1");
              assertThat(timeout.answers()).hasSize(1);
            });
    assertThat(client.isConnected()).isTrue();
    assertThat(seen).contains("timeout 0/1");
  }

  @Test
  void requestsAreLimited() {
    ClusterOptions strict = options.requestTimeout(ofMinutes(1)).limits(1, 10, 10);
    List<ClusterAdapter> own = new ArrayList<>();
    SocketIoServer.builder()
        .adapter(
            namespace -> {
              own.add(new ClusterAdapter(namespace, cluster.bus(strict), strict));
              return own.get(0);
            })
        .build();
    cutTwo();
    CompletionStage<?> waiting = own.get(0).fetchSockets(BroadcastOptions.ALL);
    assertThatIllegalStateException()
        .isThrownBy(() -> own.get(0).fetchSockets(BroadcastOptions.ALL))
        .withMessageContaining("maxRequests");
    assertThat(waiting.toCompletableFuture()).isNotCompletedExceptionally();
  }
}
