// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("reference")
class EngineIoV4OnNodeTest extends EngineIoV4Suite implements OverlapRules {
  @RegisterExtension static final Target NODE = new ReferenceServer("engineio-v4", "/engine.io/");

  @Override
  public Target target() {
    return NODE;
  }
}
