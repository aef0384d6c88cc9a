// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import dev.sockeye.socketio.adapter.Adapter;
import dev.sockeye.socketio.adapter.LocalNamespace;
import dev.sockeye.socketio.adapter.MemoryAdapter;

class MemoryAdapterTest implements AdapterRecoveryContract {
  @Override
  public Adapter adapter(LocalNamespace namespace) {
    return new MemoryAdapter(namespace);
  }
}
