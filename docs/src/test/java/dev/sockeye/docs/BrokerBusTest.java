// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.docs;

import dev.sockeye.socketio.adapter.spi.BusFactory;
import dev.sockeye.socketio.adapter.spi.ClusterMessageCodec;
import dev.sockeye.testkit.BusContract;
import org.junit.jupiter.api.AfterEach;

// tag::contract[]
class BrokerBusTest implements BusContract {
  private final Broker broker = new Broker();
  private final ClusterMessageCodec codec = ClusterMessageCodec.create();

  @Override
  public BusFactory node() {
    return (namespace, uid) -> new BrokerBus(broker, namespace, uid, codec);
  }

  // end::contract[]

  @AfterEach
  void close() {
    broker.close();
  }
}
