// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import dev.sockeye.engineio.spi.Scheduler;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * A scheduler whose tasks run when a test says so, in the test's thread, and whose time stands
 * still until a test moves it.
 *
 * <p>{@link #inThread()} is true while one of its tasks runs, and nowhere else: a test that calls a
 * session directly is another thread to it, as an application's threads are; {@link #call} is how a
 * test acts on the scheduler's thread. Tasks may be submitted from any thread; one thread at a time
 * may run them.
 */
public final class ManualScheduler implements Scheduler {
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();

  /** Guarded by itself. */
  private final PriorityQueue<Timer> timers =
      new PriorityQueue<>(
          Comparator.comparingLong((Timer timer) -> timer.dueNanos)
              .thenComparingLong(timer -> timer.number));

  private long timersMade;
  private volatile long nanos;
  private volatile @Nullable Thread runner;

  /** A scheduler at time 0. */
  public ManualScheduler() {}

  @Override
  public boolean inThread() {
    return runner == Thread.currentThread();
  }

  @Override
  public void execute(Runnable task) {
    tasks.add(task);
  }

  @Override
  public Cancellable schedule(Runnable task, long delayNanos) {
    synchronized (timers) {
      Timer timer = new Timer(task, nanos + Math.max(0, delayNanos), timersMade++);
      timers.add(timer);
      return () -> {
        synchronized (timers) {
          timers.remove(timer);
        }
      };
    }
  }

  @Override
  public long nanoTime() {
    return nanos;
  }

  /** Runs a task now, on this scheduler's thread, and nothing else. */
  public void call(Runnable task) {
    Thread before = runner;
    runner = Thread.currentThread();
    try {
      task.run();
    } finally {
      runner = before;
    }
  }

  /**
   * Runs the task that was submitted first.
   *
   * @return false if there was none
   */
  public boolean runNext() {
    Runnable task = tasks.poll();
    if (task == null) {
      return false;
    }
    call(task);
    return true;
  }

  /**
   * Runs the submitted tasks, and those that they submit, until none is left.
   *
   * @return how many ran
   */
  public int runPending() {
    int count = 0;
    while (runNext()) {
      count++;
    }
    return count;
  }

  /**
   * Lets time pass: whatever falls due runs at its own time, in order, together with the tasks that
   * it submits.
   */
  public void advance(Duration duration) {
    runPending();
    long end = nanos + duration.toNanos();
    for (Timer timer = nextTimer(end); timer != null; timer = nextTimer(end)) {
      nanos = Math.max(nanos, timer.dueNanos);
      call(timer.task);
      runPending();
    }
    nanos = end;
  }

  /**
   * Lets time pass while nothing runs, as if the machine were suspended: what fell due meanwhile
   * runs with the next {@link #advance}.
   */
  public void suspend(Duration duration) {
    long end = nanos + duration.toNanos();
    nanos = end;
  }

  private @Nullable Timer nextTimer(long end) {
    synchronized (timers) {
      Timer first = timers.peek();
      return first == null || first.dueNanos > end ? null : timers.poll();
    }
  }

  /** The number of submitted tasks that have not run. */
  public int pendingTasks() {
    return tasks.size();
  }

  /** The number of timers that are neither cancelled nor due: a test's way to find leaks. */
  public int pendingTimers() {
    synchronized (timers) {
      return timers.size();
    }
  }

  private record Timer(Runnable task, long dueNanos, long number) {}
}
