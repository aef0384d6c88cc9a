// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.postgres;

import dev.sockeye.socketio.adapter.Adapter;
import dev.sockeye.socketio.adapter.LocalNamespace;
import dev.sockeye.testkit.AdapterContract;

class PostgresAdapterTest implements AdapterContract {
  private final Database database = Database.create();

  @Override
  public Adapter adapter(LocalNamespace namespace) {
    return PostgresAdapter.of(database.dataSource()).create(namespace);
  }
}
