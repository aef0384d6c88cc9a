// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.spi;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Entries that wait for the same length of time, first come first due: a doubly linked list through
 * the entries themselves, with one timer for its head. Entering and leaving take constant time.
 *
 * <p>An entry is in one queue at most. Everything happens on the scheduler's thread.
 */
public final class DueQueue<E extends DueQueue.Entry<E>> {
  /**
   * What can wait: it has the links, so that waiting allocates nothing. Scheduler's thread only.
   */
  public abstract static class Entry<E extends Entry<E>> {
    /** Where it waits; null if it doesn't. */
    @Nullable DueQueue<E> dueQueue;

    @Nullable E duePrevious;
    @Nullable E dueNext;
    long dueNanos;

    /** For subclasses. */
    protected Entry() {}
  }

  private final Scheduler scheduler;
  private final long delayNanos;
  private final Consumer<? super E> action;

  /** Null while empty. */
  private @Nullable E head;

  private @Nullable E tail;

  /** Null while empty. */
  private Scheduler.@Nullable Cancellable timer;

  /**
   * @param action gets each entry when its time has come; it has left the queue by then
   */
  public DueQueue(Scheduler scheduler, long delayNanos, Consumer<? super E> action) {
    this.scheduler = scheduler;
    this.delayNanos = delayNanos;
    this.action = action;
  }

  /** Lets an entry wait from now on, wherever it waited before. */
  public void enter(E entry) {
    leave(entry);
    entry.dueQueue = this;
    entry.dueNanos = scheduler.nanoTime() + delayNanos;
    entry.duePrevious = tail;
    if (tail == null) {
      head = entry;
    } else {
      tail.dueNext = entry;
    }
    tail = entry;
    if (head == entry && timer == null) {
      timer = scheduler.schedule(this::run, delayNanos);
    }
  }

  /** Whether nothing waits. */
  public boolean isEmpty() {
    return head == null;
  }

  /** Whether an entry waits in this queue. */
  public boolean holds(E entry) {
    return entry.dueQueue == this;
  }

  /** Takes an entry out of the queue in which it waits, if it does. */
  public static <E extends Entry<E>> void leave(E entry) {
    DueQueue<E> queue = entry.dueQueue;
    if (queue != null) {
      queue.unlink(entry);
    }
  }

  private void unlink(E entry) {
    E previous = entry.duePrevious;
    E next = entry.dueNext;
    if (previous == null) {
      head = next;
    } else {
      previous.dueNext = next;
    }
    if (next == null) {
      tail = previous;
    } else {
      next.duePrevious = previous;
    }
    entry.duePrevious = null;
    entry.dueNext = null;
    entry.dueQueue = null;
    if (head == null && timer != null) {
      timer.cancel();
      timer = null;
    }
  }

  private void run() {
    timer = null;
    long now = scheduler.nanoTime();
    while (head != null && head.dueNanos - now <= 0) {
      E entry = head;
      unlink(entry);
      action.accept(entry);
    }
    if (head != null && timer == null) {
      long rest = head.dueNanos - scheduler.nanoTime();
      timer = scheduler.schedule(this::run, Math.max(0, rest));
    }
  }
}
