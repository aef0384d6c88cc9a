// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import dev.sockeye.engineio.spi.Scheduler;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** An event loop as the engine sees it, with the HTTP connections that wait there. */
final class NettyScheduler implements Scheduler {
  private final EventLoop loop;
  private final NettyPool<NettyHttpConnection> pool;

  NettyScheduler(EventLoop loop, Duration keepAlive) {
    this.loop = loop;
    this.pool = new NettyPool<>(loop, keepAlive);
  }

  EventLoop loop() {
    return loop;
  }

  /** For the loop's thread. */
  NettyPool<NettyHttpConnection> pool() {
    return pool;
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
