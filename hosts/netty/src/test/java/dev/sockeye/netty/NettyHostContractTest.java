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
    private static final Io IO = ioUring();

    @Override
    public Listening start(HttpHandler handler) {
      return NettyHostContractTest.start(IO, handler);
    }

    /**
     * A container may forbid it, and a user may lock too little memory: the log says so, and the
     * contract runs on what is there. Hosts made one after another need more than two loops' worth,
     * since the system takes a ring's memory back late.
     */
    private static Io ioUring() {
      try (Listening many = NettyHost.builder().io(Io.IO_URING).eventLoops(32).start()) {
        return Io.IO_URING;
      } catch (IllegalStateException e) {
        LoggerFactory.getLogger(NettyHostContractTest.class)
            .warn("no io_uring here: the contract runs on {}", Io.AUTO.resolve(), e);
        return Io.AUTO;
      }
    }
  }
}
