// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import dev.sockeye.engineio.server.spi.HttpHandler;
import dev.sockeye.engineio.server.spi.Listening;
import dev.sockeye.testkit.HostContract;
import org.junit.jupiter.api.Nested;

class NettyHostContractTest {
  private static Listening start(Io io, HttpHandler handler) {
    return NettyHost.builder().io(io).eventLoops(2).handler(handler).start();
  }

  @Nested
  class OnEpoll implements HostContract {
    @Override
    public Listening start(HttpHandler handler) {
      return NettyHostContractTest.start(Io.EPOLL, handler);
    }
  }

  @Nested
  class OnNio implements HostContract {
    @Override
    public Listening start(HttpHandler handler) {
      return NettyHostContractTest.start(Io.NIO, handler);
    }
  }
}
