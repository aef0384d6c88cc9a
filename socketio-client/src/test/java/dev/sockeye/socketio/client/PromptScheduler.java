// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import dev.sockeye.engineio.spi.Scheduler;
import dev.sockeye.testkit.ManualScheduler;

/**
 * Has done what it was given when the call returns, as a thread that is always faster than whoever
 * asks it.
 */
record PromptScheduler(ManualScheduler clock) implements Scheduler {
  @Override
  public void execute(Runnable task) {
    clock.execute(task);
    if (!clock.inThread()) {
      clock.runPending();
    }
  }

  @Override
  public boolean inThread() {
    return clock.inThread();
  }

  @Override
  public Cancellable schedule(Runnable task, long delayNanos) {
    return clock.schedule(task, delayNanos);
  }

  @Override
  public long nanoTime() {
    return clock.nanoTime();
  }
}
