// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.server.spi.Scheduler;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sessions that wait for the same length of time, first come first due: a doubly linked list
 * through the sessions themselves, with one timer for its head. Entering and leaving take constant
 * time.
 *
 * <p>A session is in one queue at most. Everything happens on the scheduler's thread.
 */
final class DueQueue {
  private final Scheduler scheduler;
  private final long delayNanos;
  private final Consumer<Session> action;

  /** Null while empty. */
  private @Nullable Session head;

  private @Nullable Session tail;

  /** Null while empty. */
  private Scheduler.@Nullable Cancellable timer;

  /**
   * @param action gets each session when its time has come; it has left the queue by then
   */
  DueQueue(Scheduler scheduler, long delayNanos, Consumer<Session> action) {
    this.scheduler = scheduler;
    this.delayNanos = delayNanos;
    this.action = action;
  }

  /** Lets a session wait from now on, wherever it waited before. */
  void enter(Session session) {
    leave(session);
    session.dueQueue = this;
    session.dueNanos = scheduler.nanoTime() + delayNanos;
    session.duePrevious = tail;
    if (tail == null) {
      head = session;
    } else {
      tail.dueNext = session;
    }
    tail = session;
    if (head == session && timer == null) {
      timer = scheduler.schedule(this::run, delayNanos);
    }
  }

  /** Takes a session out of the queue in which it waits, if it does. */
  static void leave(Session session) {
    DueQueue queue = session.dueQueue;
    if (queue != null) {
      queue.unlink(session);
    }
  }

  private void unlink(Session session) {
    Session previous = session.duePrevious;
    Session next = session.dueNext;
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
    session.duePrevious = null;
    session.dueNext = null;
    session.dueQueue = null;
    if (head == null && timer != null) {
      timer.cancel();
      timer = null;
    }
  }

  private void run() {
    timer = null;
    long now = scheduler.nanoTime();
    while (head != null && head.dueNanos - now <= 0) {
      Session session = head;
      unlink(session);
      action.accept(session);
    }
    if (head != null && timer == null) {
      timer = scheduler.schedule(this::run, Math.max(0, head.dueNanos - scheduler.nanoTime()));
    }
  }
}
