// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import dev.sockeye.engineio.spi.SessionBus;

class MemorySessionBusTest implements SessionBusContract {
  private final MemorySessionBus.Network network = new MemorySessionBus.Network(Runnable::run);

  @Override
  public SessionBus bus() {
    return network.bus();
  }
}
