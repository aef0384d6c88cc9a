// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.websocket;

import dev.sockeye.engineio.spi.Scheduler;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** An event loop as the engine sees it; one per loop, so that it may be compared by identity. */
public class LoopScheduler implements Scheduler {
  private final EventLoop loop;

  /** For one loop, once. */
  public LoopScheduler(EventLoop loop) {
    this.loop = loop;
  }

  /** The loop. */
  public final EventLoop loop() {
    return loop;
  }

  @Override
  public final boolean inThread() {
    return loop.inEventLoop();
  }

  @Override
  public final void execute(Runnable task) {
    loop.execute(task);
  }

  @Override
  public final Cancellable schedule(Runnable task, long delayNanos) {
    Future<?> scheduled = loop.schedule(task, delayNanos, TimeUnit.NANOSECONDS);
    return () -> scheduled.cancel(false);
  }

  @Override
  public final long nanoTime() {
    return System.nanoTime();
  }
}
