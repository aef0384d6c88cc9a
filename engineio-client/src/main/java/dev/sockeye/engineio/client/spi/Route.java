// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client.spi;

import dev.sockeye.engineio.client.ClientProxy;
import dev.sockeye.engineio.client.ClientTls;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The way to a server. Requests on equal routes may share a connection.
 *
 * @param host the name or address, an IPv6 address without brackets
 * @param port from 1 to 65535
 * @param tls how to encrypt; null for a plain connection
 * @param proxy what to go through; null for a direct connection
 * @param localAddress the address to connect from; null for any
 * @param connectTimeout how long connecting may take, proxy and TLS included
 */
public record Route(
    String host,
    int port,
    @Nullable ClientTls tls,
    @Nullable ClientProxy proxy,
    @Nullable InetAddress localAddress,
    Duration connectTimeout) {
  /** Checks the parts. */
  public Route {
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(connectTimeout, "connectTimeout");
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException("port must be from 1 to 65535, not " + port);
    }
  }

  /** Whether the connection is encrypted. */
  public boolean isSecure() {
    return tls != null;
  }
}
