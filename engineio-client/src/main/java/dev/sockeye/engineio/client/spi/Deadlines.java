// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client.spi;

import dev.sockeye.engineio.spi.DueQueue;
import dev.sockeye.engineio.spi.Scheduler;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the connections of one network wait for, above all the next ping: one timer for each thread
 * and length of time, whatever the number of connections. Each network makes one of these.
 */
public final class Deadlines {
  /** More lengths than this are met only where servers mean harm; empty queues make room. */
  private static final int MAX_QUEUES = 64;

  /** The inner maps belong to their scheduler's thread. */
  private final Map<Scheduler, Map<Long, DueQueue<Deadline>>> queues = new ConcurrentHashMap<>();

  /** Nobody waits yet. */
  public Deadlines() {}

  /** What waits; everything happens on its scheduler's thread. */
  public abstract static class Deadline extends DueQueue.Entry<Deadline> {
    /** For subclasses. */
    protected Deadline() {}

    /** The time is over; it doesn't wait any more. */
    protected abstract void onDue();
  }

  /** Lets it wait from now on, wherever it waited before. On the scheduler's thread. */
  public void enter(Scheduler scheduler, Deadline deadline, long delayNanos) {
    Map<Long, DueQueue<Deadline>> ofThread =
        queues.computeIfAbsent(scheduler, each -> new HashMap<>());
    DueQueue<Deadline> queue = ofThread.get(delayNanos);
    if (queue == null) {
      if (ofThread.size() >= MAX_QUEUES) {
        ofThread.values().removeIf(DueQueue::isEmpty);
      }
      queue = new DueQueue<>(scheduler, delayNanos, Deadline::onDue);
      ofThread.put(delayNanos, queue);
    }
    queue.enter(deadline);
  }
}
