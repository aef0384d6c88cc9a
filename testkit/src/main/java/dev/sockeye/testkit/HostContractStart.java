// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import dev.sockeye.engineio.server.spi.HttpHandler;
import dev.sockeye.engineio.server.spi.Listening;

/** How the contract gets a host to test. */
public interface HostContractStart {
  /** Starts the host on a free port of the loopback address, the handler answering every path. */
  Listening start(HttpHandler handler);
}
