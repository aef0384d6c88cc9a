// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import org.junit.jupiter.api.extension.RegisterExtension;

class EngineIoV4OnSockeyeTest extends EngineIoV4Suite implements OverlapRules {
  @RegisterExtension static final Target SOCKEYE = new SockeyeServer(ConformanceSuite.ENGINEIO_V4);

  @Override
  public Target target() {
    return SOCKEYE;
  }
}
