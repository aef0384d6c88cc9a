// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.nats;

import dev.sockeye.socketio.adapter.Adapter;
import dev.sockeye.socketio.adapter.LocalNamespace;
import dev.sockeye.testkit.AdapterContract;
import org.junit.jupiter.api.AfterEach;

/** One node alone. */
class NatsAdapterTest implements AdapterContract {
  private final NatsServer server = NatsServer.start();

  @Override
  public Adapter adapter(LocalNamespace namespace) {
    Adapter adapter = NatsAdapter.of(server.connect()).create(namespace);
    TestNode.done(adapter.init().toCompletableFuture());
    return adapter;
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }
}
