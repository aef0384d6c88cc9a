// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

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

  /** Waits until all have ended, which must have been asked to. */
  void join() throws InterruptedException {
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
