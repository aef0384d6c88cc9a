// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import dev.sockeye.engineio.server.EngineServer;

class LocalEngineContractTest implements EngineContract {
  @Override
  public EngineClient connect(EngineServer engine) {
    return new LocalEngineClient(engine);
  }
}
