// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.engineio.spi.Scheduler;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * On which threads listeners and middleware run. Whatever is chosen, those of one connection run in
 * order and never two at once, and they never delay heartbeats or other connections' input and
 * output.
 */
public final class Dispatch {
  private static final Dispatch IO_THREAD = new Dispatch(null, null);

  /** What runs listeners; null for the connection's own event loop. */
  private final @Nullable Executor listeners;

  /** What completes the futures of answers; null for the thread on which the answer came. */
  private final @Nullable Executor answers;

  private Dispatch(@Nullable Executor listeners, @Nullable Executor answers) {
    this.listeners = listeners;
    this.answers = answers;
  }

  /**
   * Listeners may block: they run on virtual threads where the running JDK has them (21 and later),
   * and otherwise on a pool of daemon threads, shared by all servers of the process, in which long
   * blocking of many connections delays others' listeners. The default.
   */
  public static Dispatch blocking() {
    return new Dispatch(ListenerThreads.LISTENERS, ListenerThreads.ANSWERS);
  }

  /**
   * Listeners run on the connection's event loop: the fastest, for those who promise never to
   * block, since all connections of the loop wait for a listener that does.
   */
  public static Dispatch ioThread() {
    return IO_THREAD;
  }

  /**
   * Listeners run on an executor of the application, which stays the application's to shut down;
   * what it rejects runs on the connection's event loop instead, so that nothing is lost. Answers
   * complete there too, so a listener should not wait for them unless the executor has threads to
   * spare.
   */
  public static Dispatch on(Executor executor) {
    Objects.requireNonNull(executor, "executor");
    return new Dispatch(executor, executor);
  }

  /** Runs a lane that has just got work. */
  void start(Scheduler scheduler, Runnable lane) {
    if (listeners == null && scheduler.inThread()) {
      lane.run();
    } else {
      resume(scheduler, lane);
    }
  }

  /** Runs a lane that has had its share and has more work. */
  void resume(Scheduler scheduler, Runnable lane) {
    if (listeners != null) {
      try {
        listeners.execute(lane);
        return;
      } catch (RejectedExecutionException e) {
        // Below: a listener on the event loop is better than one that never runs.
      }
    }
    try {
      scheduler.execute(lane);
    } catch (RejectedExecutionException e) {
      lane.run(); // the host has stopped; what ends a socket must still run
    }
  }

  /** Completes the future of an answer. */
  void answer(Runnable completion) {
    if (answers != null) {
      try {
        answers.execute(completion);
        return;
      } catch (RejectedExecutionException e) {
        // Below: whoever waits must hear of it.
      }
    }
    completion.run();
  }
}
