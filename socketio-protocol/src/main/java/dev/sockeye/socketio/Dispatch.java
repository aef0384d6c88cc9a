// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

import dev.sockeye.socketio.spi.IoThread;
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
   * and otherwise on a pool of daemon threads, shared by all servers and clients of the process, in
   * which long blocking of many connections delays others' listeners. The default.
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

  /**
   * Runs the listeners of a connection, which have just got work: at once, where they run on the
   * calling thread. For the server and the client, as are the other methods that run something.
   */
  public void start(IoThread io, Runnable lane) {
    if (listeners == null && io.inThread()) {
      lane.run();
    } else {
      resume(io, lane);
    }
  }

  /**
   * Runs the listeners of a connection soon: they have had their share and have more work, or the
   * caller is not to wait for them.
   */
  public void resume(IoThread io, Runnable lane) {
    if (listeners != null) {
      try {
        listeners.execute(lane);
        return;
      } catch (RejectedExecutionException e) {
        // Below: a listener on the event loop is better than one that never runs.
      }
    }
    try {
      io.execute(lane);
    } catch (RejectedExecutionException e) {
      lane.run(); // the network has stopped; what ends a socket must still run
    }
  }

  /** Whether listeners run on the thread that does the connection's input and output. */
  public boolean isOnIoThread() {
    return listeners == null;
  }

  /** Completes the future of an answer. */
  public void answer(Runnable completion) {
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
