// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.docs;

import dev.sockeye.socketio.adapter.AdapterFactory;
import dev.sockeye.socketio.adapter.ClusterOptions;
import dev.sockeye.testkit.ClusterContract;
import org.junit.jupiter.api.AfterEach;

// tag::cluster[]
class BrokerClusterTest implements ClusterContract {
  private final Broker broker = new Broker();

  @Override
  public AdapterFactory node() {
    return BrokerBus.adapter(broker, ClusterOptions.defaults());
  }

  // end::cluster[]

  @AfterEach
  void close() {
    broker.close();
  }
}
