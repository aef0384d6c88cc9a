// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.nio.NioIoHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LoopThreadsTest {
  private final LoopThreads threads = new LoopThreads();

  @Test
  void loopsThatGetTooLittleFromTheSystemAreRefusedWithAWayOut() {
    IoHandlerFactory poor =
        executor -> {
          throw new IllegalStateException("no memory for a ring");
        };
    assertThatThrownBy(() -> threads.loops(2, poor))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "can't make 2 event loops: no memory for a ring; each needs open files, and io_uring"
                + " memory: allow more, or set fewer eventLoops");
  }

  @Test
  void aThreadThatDoesNotEndIsNamed() throws InterruptedException {
    EventLoopGroup loops = threads.loops(1, NioIoHandler.newFactory());
    loops.submit(() -> {}).syncUninterruptibly();
    assertThat(threads.join(Duration.ZERO)).singleElement().asString().startsWith("sockeye-netty-");
    loops.shutdownGracefully(0, 0, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}
