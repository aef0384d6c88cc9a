// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.nats;

import dev.sockeye.socketio.adapter.AdapterFactory;
import dev.sockeye.testkit.ClusterContract;
import org.junit.jupiter.api.AfterEach;

// tag::cluster[]
class NatsClusterTest implements ClusterContract {
  private final NatsServer server = NatsServer.start();

  @Override
  public AdapterFactory node() {
    return NatsAdapter.of(server.connect());
  }

  // end::cluster[]

  @AfterEach
  void stop() throws Exception {
    server.close();
  }
}
