// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Counts what has been answered and how long it took. Confined to the load generator's event loop.
 */
final class Meter {
  private static final long LONGEST = TimeUnit.MINUTES.toNanos(2);

  private final Histogram latency = new Histogram(LONGEST, 3);
  private long count;

  /** The first thing that went wrong; null while nothing has. */
  private @Nullable String failure;

  /** Counts one message, or connection, that took this long. */
  void record(long nanos) {
    count++;
    latency.recordValue(Math.min(Math.max(nanos, 0), LONGEST));
  }

  /** Begins the measured part of a run: the warm-up doesn't count. */
  void reset() {
    count = 0;
    latency.reset();
  }

  long count() {
    return count;
  }

  Histogram latency() {
    return latency.copy();
  }

  void fail(String reason) {
    if (failure == null) {
      failure = reason;
    }
  }

  Optional<String> failure() {
    return Optional.ofNullable(failure);
  }
}
