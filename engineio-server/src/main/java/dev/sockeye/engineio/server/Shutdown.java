// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.spi.Scheduler;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** The end of a server: its sessions send what they hold, within a time limit. */
final class Shutdown {
  private final CompletableFuture<Void> done = new CompletableFuture<>();
  private final Supplier<? extends CompletionStage<Void>> last;

  /** Whether {@link #last} has been called. Any thread. */
  private final AtomicBoolean isLast = new AtomicBoolean();

  /** One for each scheduler with sessions; guarded by its own lock. */
  private final List<Scheduler.Cancellable> deadlines = new ArrayList<>();

  /**
   * @param last what remains to be done when there are no sessions any more; called once
   */
  Shutdown(Supplier<? extends CompletionStage<Void>> last) {
    this.last = last;
  }

  CompletableFuture<Void> done() {
    // A copy: callers must not be able to complete ours.
    return done.copy();
  }

  /**
   * Sets the time limit.
   *
   * @param schedulers those of the sessions: any of them may be the last to work
   * @param abort ends the sessions that are left
   */
  void begin(Collection<Scheduler> schedulers, long drainNanos, Runnable abort) {
    synchronized (deadlines) {
      for (Scheduler scheduler : schedulers) {
        deadlines.add(scheduler.schedule(abort, drainNanos));
      }
    }
  }

  /** A session has ended. */
  void onSessionCount(int count) {
    if (count > 0) {
      return;
    }
    synchronized (deadlines) {
      deadlines.forEach(Scheduler.Cancellable::cancel);
      deadlines.clear();
    }
    if (isLast.compareAndSet(false, true)) {
      last.get().whenComplete((ended, failure) -> done.complete(null));
    }
  }
}
