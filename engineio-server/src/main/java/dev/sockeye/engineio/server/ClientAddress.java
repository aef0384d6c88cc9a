// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import java.net.InetSocketAddress;
import java.util.Objects;

/**
 * Who sent a request, as far as trusted proxies know.
 *
 * @param address the client's address; its port is 0 where the proxies don't tell
 * @param secure whether the client's own connection is encrypted
 */
public record ClientAddress(InetSocketAddress address, boolean secure) {
  /** Checks the parts. */
  public ClientAddress {
    Objects.requireNonNull(address, "address");
  }
}
