// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.postgres;

import dev.sockeye.socketio.adapter.AdapterFactory;
import dev.sockeye.testkit.ClusterContract;

class PostgresClusterContractTest implements ClusterContract {
  private final Database database = Database.create();

  @Override
  public AdapterFactory node() {
    return PostgresAdapter.of(database.dataSource());
  }
}
