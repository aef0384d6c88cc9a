// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.nats;

import dev.sockeye.socketio.adapter.spi.BusFactory;
import dev.sockeye.socketio.adapter.spi.ClusterMessageCodec;
import dev.sockeye.testkit.BusContract;
import io.nats.client.Connection;
import org.junit.jupiter.api.AfterEach;

// tag::contract[]
class NatsBusTest implements BusContract {
  private final NatsServer server = NatsServer.start();
  private final ClusterMessageCodec codec = ClusterMessageCodec.create();

  @Override
  public BusFactory node() {
    Connection connection = server.connect();
    return (namespace, uid) -> new NatsBus(connection, codec, namespace, uid);
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }
}
// end::contract[]
