// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A time-out that is moved far more often than it is reached: moving it later, or clearing it,
 * leaves the timer alone, which looks again when it fires. Belongs to one event loop.
 */
final class Deadline {
  private final EventLoop loop;
  private final Runnable action;

  /** When the timer fires; null while there is none. */
  private @Nullable Future<?> timer;

  private long timerNanos;
  private long deadlineNanos;
  private boolean isSet;

  Deadline(EventLoop loop, Runnable action) {
    this.loop = loop;
    this.action = action;
  }

  /** Runs the action after a while, unless it is set again or cleared before. */
  void set(Duration delay) {
    isSet = true;
    deadlineNanos = System.nanoTime() + delay.toNanos();
    if (timer != null && timerNanos - deadlineNanos > 0) {
      timer.cancel(false);
      timer = null;
    }
    arm();
  }

  void clear() {
    isSet = false;
  }

  /** Clears it and lets go of the timer. */
  void cancel() {
    clear();
    if (timer != null) {
      timer.cancel(false);
      timer = null;
    }
  }

  private void arm() {
    if (timer == null) {
      timerNanos = deadlineNanos;
      long delay = Math.max(0, deadlineNanos - System.nanoTime());
      timer = loop.schedule(this::fire, delay, TimeUnit.NANOSECONDS);
    }
  }

  private void fire() {
    timer = null;
    if (!isSet) {
      return;
    }
    if (deadlineNanos - System.nanoTime() > 0) {
      arm();
    } else {
      isSet = false;
      action.run();
    }
  }
}
