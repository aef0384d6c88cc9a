// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before the next attempt: {@code delay · 2^attempts}, at most {@code max}, more
 * or less by a random part of up to {@code factor}, and again at most {@code max}. Guarded by the
 * manager's lock.
 */
final class Backoff {
  // Twice as long each time; more doublings than this are the maximum anyway.
  private static final int MAX_DOUBLINGS = 62;

  private final DoubleSupplier random;
  private Duration delay;
  private Duration max;
  private double factor;
  private int attempts;

  /**
   * @param random numbers from 0 (inclusive) to 1 (exclusive)
   */
  Backoff(Duration delay, Duration max, double factor, DoubleSupplier random) {
    this.delay = delay;
    this.max = max;
    this.factor = factor;
    this.random = random;
  }

  /** The time before the next attempt, which is counted. */
  long nextNanos() {
    return nanosBefore(attempts++);
  }

  /** The time before an attempt, the first being number 0. */
  long nanosBefore(int attempt) {
    double most = max.toNanos();
    double base =
        Math.min(Math.scalb((double) delay.toNanos(), Math.min(attempt, MAX_DOUBLINGS)), most);
    double direction = random.getAsDouble() < 0.5 ? -1 : 1;
    double deviation = direction * random.getAsDouble() * factor * base;
    return (long) Math.min(base + deviation, most);
  }

  /** The attempts since the last success. */
  int attempts() {
    return attempts;
  }

  void reset() {
    attempts = 0;
  }

  Duration delay() {
    return delay;
  }

  void delay(Duration delay) {
    this.delay = delay;
  }

  Duration max() {
    return max;
  }

  void max(Duration max) {
    this.max = max;
  }

  double factor() {
    return factor;
  }

  void factor(double factor) {
    this.factor = factor;
  }
}
