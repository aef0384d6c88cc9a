// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import org.jspecify.annotations.Nullable;

/** The hops of a request from the server outward, as its headers tell; for one thread. */
interface ProxyHops {
  /** The next hop, farther from the server than those before; null if there are no more. */
  @Nullable ProxyHop next();
}
