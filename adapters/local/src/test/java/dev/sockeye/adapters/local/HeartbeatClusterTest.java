// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.adapters.local;

import dev.sockeye.socketio.adapter.AdapterFactory;
import dev.sockeye.testkit.ClusterContract;

class HeartbeatClusterTest implements ClusterContract {
  private final LocalCluster cluster = LocalCluster.create().withHeartbeats();

  @Override
  public AdapterFactory node() {
    return cluster.adapter();
  }
}
