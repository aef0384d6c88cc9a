// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import dev.sockeye.engineio.server.spi.HostProvider;
import dev.sockeye.engineio.server.spi.HttpService;
import dev.sockeye.engineio.server.spi.Listening;
import java.net.InetSocketAddress;

/** What a server finds when it is asked to listen on a port: a {@link NettyHost} with defaults. */
public final class NettyHostProvider implements HostProvider {
  /** For the service loader. */
  public NettyHostProvider() {}

  @Override
  public Listening listen(HttpService service, InetSocketAddress address) {
    return NettyHost.builder().service(service).address(address).start();
  }
}
