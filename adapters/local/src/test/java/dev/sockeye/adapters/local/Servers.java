// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.adapters.local;

import dev.sockeye.socketio.server.SocketIoServer;
import dev.sockeye.testkit.TestClient;
import dev.sockeye.testkit.TestHost;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Servers of one cluster, as an application uses them. */
final class Servers implements AutoCloseable {
  final List<SocketIoServer> nodes = new ArrayList<>();
  private final List<TestHost> hosts = new ArrayList<>();

  Servers(int count, LocalCluster cluster, Consumer<SocketIoServer> application) {
    for (int i = 0; i < count; i++) {
      SocketIoServer io = SocketIoServer.builder().adapter(cluster.adapter()).build();
      application.accept(io);
      nodes.add(io);
      hosts.add(TestHost.of(io.service()));
    }
  }

  SocketIoServer node(int index) {
    return nodes.get(index);
  }

  TestClient connect(int node) {
    return hosts.get(node).connect();
  }

  @Override
  public void close() {
    nodes.forEach(io -> io.close().join());
    hosts.forEach(TestHost::close);
  }
}
