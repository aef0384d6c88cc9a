// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import dev.sockeye.engineio.server.EngineServer;

/**
 * What every host with real sockets must do, as tests over literal bytes. A host's test class
 * implements {@link HostContractStart#start} and inherits the rest.
 */
public interface HostContract extends HostContractHttp, HostContractWebSocket, EngineContract {
  @Override
  default EngineClient connect(EngineServer engine) {
    return new WireEngineClient(start(engine), engine);
  }
}
