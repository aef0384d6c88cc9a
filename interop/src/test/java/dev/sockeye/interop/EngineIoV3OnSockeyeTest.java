// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import org.junit.jupiter.api.extension.RegisterExtension;

class EngineIoV3OnSockeyeTest extends EngineIoV3Suite {
  @RegisterExtension static final Target SOCKEYE = new SockeyeServer(ConformanceSuite.ENGINEIO_V3);

  @Override
  public Target target() {
    return SOCKEYE;
  }
}
