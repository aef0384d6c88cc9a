// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.spi.Scheduler;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for what functions of the application decide: at once where they know at once, otherwise
 * not for ever, and back on the thread that has asked.
 *
 * @param limit how long a stage may take
 */
record Patience(Duration limit) {
  private static final Logger log = LoggerFactory.getLogger(Patience.class);

  /**
   * Calls a function and waits for its stage. On the scheduler's thread, where exactly one of the
   * two consumers is called, perhaps before this returns.
   *
   * @param step the function's name, for the time-out's message
   */
  <T> void await(
      Scheduler thread,
      String step,
      Callable<? extends CompletionStage<T>> function,
      Consumer<? super T> onValue,
      Consumer<? super Throwable> onFailure) {
    CompletionStage<T> stage;
    try {
      stage = function.call();
      if (stage == null) {
        throw new NullPointerException(step + " returned null instead of a stage");
      }
    } catch (Throwable e) {
      // Errors too: whoever waits for an answer gets one.
      onFailure.accept(e);
      return;
    }
    if (stage instanceof CompletableFuture<T> future
        && future.isDone()
        && !future.isCompletedExceptionally()) {
      onValue.accept(future.join());
      return;
    }
    new Wait<T>(thread, onValue, onFailure).begin(stage, step, limit);
  }

  /** One stage that is waited for. Its fields belong to the scheduler's thread. */
  private static final class Wait<T> {
    private final Scheduler thread;
    private final Consumer<? super T> onValue;
    private final Consumer<? super Throwable> onFailure;
    private boolean isOver;

    /** Null where there was no need to wait. */
    private Scheduler.@Nullable Cancellable timer;

    Wait(Scheduler thread, Consumer<? super T> onValue, Consumer<? super Throwable> onFailure) {
      this.thread = thread;
      this.onValue = onValue;
      this.onFailure = onFailure;
    }

    void begin(CompletionStage<T> stage, String step, Duration limit) {
      stage.whenComplete(
          (value, failure) -> {
            if (thread.inThread()) {
              end(value, failure);
            } else {
              post(() -> end(value, failure));
            }
          });
      if (!isOver) {
        TimeoutException late =
            new TimeoutException(step + " took longer than " + limit + " (option hookTimeout)");
        timer = thread.schedule(() -> end(null, late), limit.toNanos());
      }
    }

    private void post(Runnable task) {
      try {
        thread.execute(task);
      } catch (RejectedExecutionException e) {
        log.debug("{} takes no more tasks", thread, e);
      }
    }

    private void end(@Nullable T value, @Nullable Throwable failure) {
      if (isOver) {
        return;
      }
      isOver = true;
      if (timer != null) {
        timer.cancel();
      }
      try {
        if (failure == null) {
          onValue.accept(value);
        } else {
          onFailure.accept(unwrapped(failure));
        }
      } catch (RuntimeException e) {
        // The stage, whose thread this may be, would keep it to itself.
        log.error("a request can't go on", e);
      }
    }

    private static Throwable unwrapped(Throwable failure) {
      Throwable cause = failure instanceof CompletionException ? failure.getCause() : null;
      return cause == null ? failure : cause;
    }
  }
}
