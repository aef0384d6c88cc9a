// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** Makes the threads of a host's event loops and knows when they are gone. */
final class LoopThreads extends DefaultThreadFactory {
  private final List<Thread> threads = new CopyOnWriteArrayList<>();

  LoopThreads() {
    // Not daemons: a server keeps its program alive.
    super("sockeye-netty", false);
  }

  @Override
  public Thread newThread(Runnable task) {
    Thread thread = super.newThread(task);
    threads.add(thread);
    return thread;
  }

  /**
   * Event loops on these threads.
   *
   * @throws IllegalStateException if the operating system doesn't give what they need
   */
  EventLoopGroup loops(int count, IoHandlerFactory handlers) {
    try {
      return new MultiThreadIoEventLoopGroup(count, this, handlers);
    } catch (IllegalStateException e) {
      Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
      throw new IllegalStateException(
          "can't make "
              + count
              + " event loops: "
              + cause.getMessage()
              + "; each needs open files, and io_uring memory: allow more, or set fewer eventLoops",
          cause);
    }
  }

  /** Waits until all have ended, which must have been asked to, and names those that don't. */
  List<String> join(Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    for (Thread thread : threads) {
      // 0 would mean for ever.
      thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
    }
    return threads.stream().filter(Thread::isAlive).map(Thread::getName).toList();
  }
}
