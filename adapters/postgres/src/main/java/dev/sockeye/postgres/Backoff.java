// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.postgres;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before the next attempt. For one thread. */
final class Backoff {
  private final long first;
  private final long longest;

  /** In milliseconds, before it is spread. */
  private long next;

  Backoff(Duration first, Duration longest) {
    this.first = first.toMillis();
    this.longest = Math.max(this.first, longest.toMillis());
    this.next = this.first;
  }

  /** The time until the next attempt, after one that failed; in milliseconds. */
  long nextMillis() {
    long delay = next;
    next = Math.min(longest, next * 2);
    return (long) (delay * (0.5 + ThreadLocalRandom.current().nextDouble()));
  }

  /** An attempt has succeeded. */
  void reset() {
    next = first;
  }
}
