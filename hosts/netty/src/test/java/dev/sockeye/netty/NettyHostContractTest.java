// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import dev.sockeye.engineio.server.spi.HttpHandler;
import dev.sockeye.engineio.server.spi.Listening;
import dev.sockeye.testkit.HostContract;
import org.junit.jupiter.api.Nested;
import org.slf4j.LoggerFactory;

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

  @Nested
  class OnIoUring implements HostContract {
    @Override
    public Listening start(HttpHandler handler) {
      return NettyHostContractTest.start(ioUring(), handler);
    }

    /** A container may forbid it: the log says so, and the contract runs on what is there. */
    private static Io ioUring() {
      if (Io.IO_URING.isAvailable()) {
        return Io.IO_URING;
      }
      LoggerFactory.getLogger(NettyHostContractTest.class)
          .warn("io_uring is forbidden here: the contract runs on {}", Io.AUTO.resolve());
      return Io.AUTO;
    }
  }
}
