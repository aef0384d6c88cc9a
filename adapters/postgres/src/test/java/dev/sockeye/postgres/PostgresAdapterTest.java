// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.socketio.adapter.Adapter;
import dev.sockeye.socketio.adapter.LocalNamespace;
import dev.sockeye.socketio.adapter.RecoveryOptions;
import dev.sockeye.testkit.AdapterContract;
import dev.sockeye.testkit.RecordingNamespace;
import org.junit.jupiter.api.Test;

class PostgresAdapterTest implements AdapterContract {
  private final Database database = Database.create();

  @Override
  public Adapter adapter(LocalNamespace namespace) {
    return PostgresAdapter.of(database.dataSource()).create(namespace);
  }

  @Test
  void whoComesBackIsNew() {
    RecordingNamespace wanting = new RecordingNamespace("/", RecoveryOptions.defaults());
    assertThat(adapter(wanting).recovery()).isEmpty();
  }
}
