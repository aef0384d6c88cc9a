// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.adapters.local;

import dev.sockeye.socketio.adapter.Adapter;
import dev.sockeye.socketio.adapter.LocalNamespace;
import dev.sockeye.testkit.AdapterRecoveryContract;

/** A node alone in its cluster, as the server sees it. */
class LocalAdapterTest implements AdapterRecoveryContract {
  @Override
  public Adapter adapter(LocalNamespace namespace) {
    Adapter adapter = LocalCluster.create().on(Runnable::run).adapter().create(namespace);
    adapter.init().toCompletableFuture().join();
    return adapter;
  }
}
