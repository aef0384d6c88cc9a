// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;

/**
 * Runs what follows on a completion where the completion happens, but never inside the call that
 * has begun it: there the caller may hold a lock.
 */
final class NotNow implements Executor {
  private final Thread caller = Thread.currentThread();

  /** Whether the call has ended. Written by the caller. */
  private volatile boolean isOver;

  /** The call ends. */
  void end() {
    isOver = true;
  }

  @Override
  public void execute(Runnable task) {
    if (isOver || Thread.currentThread() != caller) {
      task.run();
    } else {
      ForkJoinPool.commonPool().execute(task);
    }
  }
}
