// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.adapters.local;

import dev.sockeye.socketio.adapter.Adapter;
import dev.sockeye.socketio.adapter.LocalNamespace;
import dev.sockeye.testkit.AdapterContract;
import dev.sockeye.testkit.RecordingNamespace;

/** A node among three, as the server sees it: what it does with its own sockets is the same. */
class ThreeNodesTest implements AdapterContract {
  @Override
  public Adapter adapter(LocalNamespace namespace) {
    LocalCluster cluster = LocalCluster.create().on(Runnable::run);
    Adapter adapter = started(cluster, namespace);
    started(cluster, new RecordingNamespace("/"));
    started(cluster, new RecordingNamespace("/"));
    return adapter;
  }

  private static Adapter started(LocalCluster cluster, LocalNamespace namespace) {
    Adapter adapter = cluster.adapter().create(namespace);
    adapter.init().toCompletableFuture().join();
    return adapter;
  }

  @Override
  public int servers() {
    return 3;
  }
}
