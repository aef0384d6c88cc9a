// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.engineio.server.spi.HostProvider;
import java.net.InetSocketAddress;
import java.util.ServiceLoader;

/** The hosts that are there to be found. */
final class Hosts {
  private Hosts() {}

  /**
   * The host on the class path.
   *
   * @throws IllegalStateException if there is none
   */
  static HostProvider onClassPath(InetSocketAddress address) {
    return ServiceLoader.load(HostProvider.class)
        .findFirst()
        // An application server's thread may see another class path than this class does.
        .or(
            () ->
                ServiceLoader.load(HostProvider.class, HostProvider.class.getClassLoader())
                    .findFirst())
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "no host found to listen on "
                        + address
                        + ": add dev.sockeye:sockeye-netty to the class path, or mount service() in a"
                        + " host of your own"));
  }
}
