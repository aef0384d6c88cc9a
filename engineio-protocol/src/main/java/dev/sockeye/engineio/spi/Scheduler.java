// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.spi;

import java.util.concurrent.Executor;

/**
 * One thread of the network (an event loop), to which sessions are bound.
 *
 * <p>Tasks run one at a time, in the order in which they were submitted; what a task wrote, the
 * next one sees. All methods may be called from any thread. Tasks must not block.
 */
public interface Scheduler extends Executor {
  /** Whether the caller runs on this scheduler's thread. */
  boolean inThread();

  /**
   * Runs a task soon, after those submitted before; from the scheduler's own thread too, where it
   * runs after the events being handled now. This is what coalesced flushes stand on.
   *
   * @throws java.util.concurrent.RejectedExecutionException if the network has stopped
   */
  @Override
  void execute(Runnable task);

  /** Runs a task once, on this scheduler's thread, when the delay is over. */
  Cancellable schedule(Runnable task, long delayNanos);

  /** The time in nanoseconds from an arbitrary origin, as {@link System#nanoTime()} gives it. */
  long nanoTime();

  /** A task that has been scheduled. */
  @FunctionalInterface
  interface Cancellable {
    /** Keeps the task from running if it has not started; otherwise does nothing. */
    void cancel();
  }
}
