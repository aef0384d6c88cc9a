// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.adapters.local;

import dev.sockeye.socketio.adapter.ClusterOptions;
import dev.sockeye.socketio.adapter.spi.BusFactory;
import dev.sockeye.testkit.BusContract;

class LocalBusTest implements BusContract {
  private final LocalCluster cluster = LocalCluster.create();

  @Override
  public BusFactory node() {
    return cluster.bus(ClusterOptions.defaults());
  }
}
