// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server.spi;

import java.net.InetSocketAddress;

/**
 * Starts a host with its defaults; found by {@link java.util.ServiceLoader} when a server is asked
 * to listen on a port.
 */
public interface HostProvider {
  /**
   * Binds the address and serves the service on it; every other path is answered 404.
   *
   * @throws java.io.UncheckedIOException if the address can't be bound
   */
  Listening listen(HttpService service, InetSocketAddress address);
}
