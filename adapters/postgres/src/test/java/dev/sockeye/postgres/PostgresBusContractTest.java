// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.postgres;

import dev.sockeye.socketio.adapter.spi.BusFactory;
import dev.sockeye.socketio.adapter.spi.ClusterMessageCodec;
import dev.sockeye.testkit.BusContract;

class PostgresBusContractTest implements BusContract {
  private final Database database = Database.create();

  @Override
  public BusFactory node() {
    return new PostgresBuses(
        database.dataSource(), PostgresOptions.defaults(), ClusterMessageCodec.create());
  }
}
