// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import org.junit.jupiter.api.extension.RegisterExtension;

/** The rules of the official suite, where each request goes to another server than the last. */
class EngineIoV4OnNodesTest extends EngineIoV4Suite {
  @RegisterExtension static final Target NODES = new SockeyeNodes(3);

  @Override
  public Target target() {
    return NODES;
  }
}
