// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a client has received and its test has not looked at yet. Safe for use from any thread. */
final class Inbox {
  // Guarded by this object's lock.
  private final List<ReceivedEvent> unread = new ArrayList<>();

  /** Why nothing more will come; null before that. Guarded by this object's lock. */
  private @Nullable String end;

  synchronized void add(ReceivedEvent event) {
    unread.add(event);
    notifyAll();
  }

  /** Nothing more will come; the first reason counts. */
  synchronized void end(String reason) {
    if (end == null) {
      end = reason;
      notifyAll();
    }
  }

  synchronized boolean hasEnded() {
    return end != null;
  }

  synchronized List<ReceivedEvent> unread() {
    return List.copyOf(unread);
  }

  /**
   * Takes the oldest event of a kind, once it is there.
   *
   * @param kind in words, for the failure
   */
  synchronized ReceivedEvent take(Predicate<ReceivedEvent> wanted, String kind, Duration patience) {
    await(() -> end != null || unread.stream().anyMatch(wanted), patience);
    for (int i = 0; i < unread.size(); i++) {
      if (wanted.test(unread.get(i))) {
        return unread.remove(i);
      }
    }
    String when = end != null ? "before the end (" + end + ")" : "within " + patience;
    throw new AssertionError("no " + kind + " was received " + when + "; unread: " + unread);
  }

  /** Waits for the end. */
  synchronized String awaitEnd(Duration patience) {
    await(() -> end != null, patience);
    if (end == null) {
      throw new AssertionError("still connected after " + patience + "; unread: " + unread);
    }
    return end;
  }

  /** Waits until something is so, or the time is over. */
  private synchronized void await(BooleanSupplier condition, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      while (!condition.getAsBoolean() && deadline - System.nanoTime() > 0) {
        // Up to a whole millisecond: to wait for 0 is to wait for ever.
        wait((deadline - System.nanoTime()) / 1_000_000 + 1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting", e);
    }
  }
}
