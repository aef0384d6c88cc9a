// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.adapter;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** What time it is, and what is to be done later: a test's way to tell the time. */
public interface ClusterTimer {
  /**
   * Runs a task once, when the delay is over, on any thread.
   *
   * @return keeps the task from running if it has not started
   */
  Runnable schedule(Runnable task, Duration delay);

  /** The time in nanoseconds from an arbitrary origin, as {@link System#nanoTime()} gives it. */
  long nanoTime();

  private static void report(@Nullable Void done, @Nullable Throwable error) {
    if (error != null && !(error.getCause() instanceof CancellationException)) {
      LoggerFactory.getLogger(ClusterTimer.class).error("a task of the cluster failed", error);
    }
  }

  /** The time of the machine; tasks run on the JDK's common pool. */
  static ClusterTimer system() {
    return new ClusterTimer() {
      @Override
      public Runnable schedule(Runnable task, Duration delay) {
        CompletableFuture<Boolean> due = new CompletableFuture<>();
        CompletionStage<Void> done =
            due.completeOnTimeout(true, delay.toNanos(), TimeUnit.NANOSECONDS).thenRunAsync(task);
        done.whenComplete(ClusterTimer::report);
        return () -> due.cancel(false);
      }

      @Override
      public long nanoTime() {
        return System.nanoTime();
      }
    };
  }
}
