// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import dev.sockeye.engineio.spi.Scheduler;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

/** A thread that runs its tasks at once, and its timers when a test lets time pass. */
final class TestLoop implements Scheduler {
  /** Whose tasks the thread runs, so that a timer's tasks run before the next timer does. */
  private final ManualScheduler tasks = new ManualScheduler();

  /** A permit for each task that was submitted, and some for tasks that have run already. */
  private final Semaphore submitted = new Semaphore(0);

  /** Set once, by the test's thread. */
  private volatile boolean stopping;

  /** Set once, by the loop's own thread, with which it ends. */
  private volatile boolean stopped;

  TestLoop() {
    Thread thread = new Thread(this::runAll, "sockeye-test-loop");
    thread.setDaemon(true);
    thread.start();
  }

  private void runAll() {
    while (!stopping || tasks.pendingTasks() > 0) {
      submitted.acquireUninterruptibly();
      try {
        tasks.runNext();
      } catch (RuntimeException | Error e) {
        Thread thread = Thread.currentThread();
        thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
      }
    }
    stopped = true;
  }

  @Override
  public boolean inThread() {
    return tasks.inThread();
  }

  @Override
  public void execute(Runnable task) {
    if (stopped) {
      throw new RejectedExecutionException("the test's host is closed");
    }
    tasks.execute(task);
    submitted.release();
  }

  @Override
  public Cancellable schedule(Runnable task, long delayNanos) {
    return tasks.schedule(task, delayNanos);
  }

  @Override
  public long nanoTime() {
    return tasks.nanoTime();
  }

  /** Lets time pass; returns when it has. */
  void advance(Duration duration) {
    CompletableFuture.runAsync(() -> tasks.advance(duration), this).join();
  }

  /** Runs what has been submitted and what follows from it, and takes nothing more then. */
  void stop() {
    stopping = true;
    submitted.release();
  }
}
