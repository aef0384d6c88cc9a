// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import java.net.InetSocketAddress;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What one proxy says of the connection that it got a request from.
 *
 * @param address the other end; null if the proxy hides it or doesn't say
 * @param secure whether the connection is encrypted; null if the proxy doesn't say
 */
record ProxyHop(@Nullable InetSocketAddress address, @Nullable Boolean secure) {
  /** Reads both; null where there is nothing that is understood. */
  static ProxyHop of(@Nullable String node, @Nullable String scheme) {
    return new ProxyHop(
        node == null ? null : IpAddresses.parseNode(node), scheme == null ? null : secure(scheme));
  }

  private static @Nullable Boolean secure(String scheme) {
    return switch (scheme.toLowerCase(Locale.ROOT)) {
      case "https", "wss" -> true;
      case "http", "ws" -> false;
      default -> null;
    };
  }
}
