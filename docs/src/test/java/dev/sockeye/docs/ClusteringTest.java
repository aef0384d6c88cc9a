// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.adapters.local.LocalCluster;
import dev.sockeye.socketio.adapter.ClusterObserver;
import dev.sockeye.socketio.adapter.ClusterOptions;
import dev.sockeye.socketio.server.SocketIoServer;
import dev.sockeye.testkit.TestClient;
import dev.sockeye.testkit.TestHost;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The snippets of docs/clustering.md. */
class ClusteringTest {
  @Test
  void twoServersInOneJvm() {
    // tag::local[]
    LocalCluster cluster = LocalCluster.create();
    SocketIoServer one = SocketIoServer.builder().adapter(cluster.adapter()).build();
    SocketIoServer two = SocketIoServer.builder().adapter(cluster.adapter()).build();
    // end::local[]
    try (TestHost host = TestHost.of(two.service())) {
      TestClient client = host.connect();
      one.emit("hi", 1);
      assertThat(client.receive("hi", Integer.class)).isEqualTo(1);
    }
  }

  @Test
  void observed() {
    // tag::observer[]
    AtomicInteger losses = new AtomicInteger();
    ClusterOptions options =
        ClusterOptions.defaults()
            .requestTimeout(Duration.ofSeconds(2))
            .observer(
                new ClusterObserver() {
                  @Override
                  public void onLost(String namespace, Throwable why) {
                    losses.incrementAndGet();
                  }
                });
    // end::observer[]
    assertThat(options.requestTimeout()).isEqualTo(Duration.ofSeconds(2));
  }
}
