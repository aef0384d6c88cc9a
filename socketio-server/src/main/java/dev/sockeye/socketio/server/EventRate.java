// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

/** Counts the events of one connection within a second. Used on the session's thread. */
final class EventRate {
  private static final long SECOND = 1_000_000_000L;

  private final int max;
  private int count;

  /** When the second began; meaningless before the first event. */
  private long start;

  EventRate(int max) {
    this.max = max;
  }

  /** Counts an event; says for how many nanoseconds no more are wanted. */
  long count(long now) {
    if (count == 0 || now - start >= SECOND) {
      start = now;
      count = 0;
    }
    count++;
    return count < max ? 0 : Math.max(0, start + SECOND - now);
  }
}
