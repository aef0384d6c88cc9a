// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.spi.DueQueue;
import dev.sockeye.engineio.spi.Scheduler;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the sessions of one scheduler share: their heartbeats, and the one task in which they send
 * what a tick has produced.
 */
final class LoopState implements Runnable {
  private static final VarHandle MARKED;
  private static final VarHandle POSTED;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      MARKED = lookup.findVarHandle(LoopState.class, "marked", Output.class);
      POSTED = lookup.findVarHandle(LoopState.class, "posted", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private static final Logger log = LoggerFactory.getLogger(LoopState.class);

  private final Scheduler scheduler;
  private final Heartbeats heartbeats;
  private final DueQueue<Farewells.Farewell> farewells;

  /** The last session that got a message from another thread, linked to those before. */
  private volatile @Nullable Output marked;

  /** Whether {@link #run} waits in the scheduler's line. */
  private volatile boolean posted;

  /** Sessions to be flushed; scheduler's thread only. */
  private final List<Output> dirty = new ArrayList<>();

  /** The number of sessions bound to this scheduler; scheduler's thread only. */
  private int sessionCount;

  LoopState(Scheduler scheduler, EngineOptions options, Farewells farewells) {
    this.scheduler = scheduler;
    this.heartbeats = new Heartbeats(scheduler, options);
    this.farewells = farewells.queue(scheduler);
  }

  Scheduler scheduler() {
    return scheduler;
  }

  Heartbeats heartbeats() {
    return heartbeats;
  }

  DueQueue<Farewells.Farewell> farewells() {
    return farewells;
  }

  boolean inThread() {
    return scheduler.inThread();
  }

  /** Runs a task on the scheduler's thread: now if this is it. */
  void run(Runnable task) {
    if (scheduler.inThread()) {
      task.run();
    } else {
      execute(task);
    }
  }

  /** Runs a task on the scheduler's thread, after what is being done now. Any thread. */
  void execute(Runnable task) {
    try {
      scheduler.execute(task);
    } catch (RejectedExecutionException e) {
      // The host has stopped, and with it ended the connections of these sessions.
      log.debug("{} takes no more tasks", scheduler, e);
    }
  }

  void sessionAdded() {
    sessionCount++;
  }

  /** Returns whether it was the last one. */
  boolean sessionRemoved() {
    return --sessionCount == 0;
  }

  /** Notes that a session has something in its inbox; {@link #wake} follows. Any thread. */
  void mark(Output output) {
    if (output.tryMark()) {
      do {
        output.nextMarked = marked;
      } while (!MARKED.compareAndSet(this, output.nextMarked, output));
    }
  }

  /** Sees to it that marked sessions are looked after, with one task at most. Any thread. */
  void wake() {
    if (marked != null) {
      post();
    }
  }

  /** Sees to it that a session is flushed at the end of this tick. Scheduler's thread. */
  void flushLater(Output output) {
    if (!output.dirty) {
      output.dirty = true;
      dirty.add(output);
      post();
    }
  }

  private void post() {
    if (!posted && POSTED.compareAndSet(this, false, true)) {
      execute(this);
    }
  }

  @Override
  public void run() {
    // First, so that whoever marks a session from here on posts a new task.
    posted = false;
    Output output = (Output) MARKED.getAndSet(this, null);
    while (output != null) {
      Output next = output.nextMarked;
      output.nextMarked = null;
      output.unmark();
      attempt(output, Output::drainInbox);
      output = next;
    }
    // By index: what is flushed may end sessions, whose listeners may send to others.
    for (int i = 0; i < dirty.size(); i++) {
      Output next = dirty.get(i);
      next.dirty = false;
      attempt(next, each -> each.session().flush());
    }
    dirty.clear();
  }

  /** Whatever goes wrong with one session must not touch the next. */
  private static void attempt(Output output, Consumer<Output> step) {
    try {
      step.accept(output);
    } catch (RuntimeException e) {
      Session session = output.session();
      log.error("session {} can't send", session.id(), e);
      session.end(CloseReason.TRANSPORT_ERROR, e);
    }
  }
}
