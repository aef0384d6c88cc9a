// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import dev.sockeye.engineio.spi.Scheduler;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** An event loop as the engine sees it; one per loop, so that it may be compared by identity. */
final class LoopScheduler implements Scheduler {
  private final EventLoop loop;

  LoopScheduler(EventLoop loop) {
    this.loop = loop;
  }

  EventLoop loop() {
    return loop;
  }

  @Override
  public boolean inThread() {
    return loop.inEventLoop();
  }

  @Override
  public void execute(Runnable task) {
    loop.execute(task);
  }

  @Override
  public Cancellable schedule(Runnable task, long delayNanos) {
    Future<?> scheduled = loop.schedule(task, delayNanos, TimeUnit.NANOSECONDS);
    return () -> scheduled.cancel(false);
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }
}
