// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.engineio.server.Session;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the tasks of one connection in order and one at a time, wherever {@link Dispatch} says.
 *
 * <p>What waits is a stack of tasks that producers push on and the one consumer takes as a whole,
 * turns over and runs: one field, and nothing to allocate for a connection that is idle. While more
 * bytes of received events wait than allowed, the session reads nothing more from its peer.
 */
final class Lane implements Executor, Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
  private static final VarHandle HEAD;
  private static final VarHandle WAITING;

  static {
    try {
      HEAD = MethodHandles.lookup().findVarHandle(Lane.class, "head", Task.class);
      WAITING = MethodHandles.lookup().findVarHandle(Lane.class, "waiting", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** Stands for "running, and nothing waits". */
  private static final Task RUNNING =
      new Task(0) {
        @Override
        public void run() {}
      };

  // What a small event costs in objects, so that floods of empty ones count.
  private static final int TASK_BYTES = 128;
  // Other connections get a turn on the pool's threads after so many rounds.
  private static final int ROUNDS = 16;

  private final Session session;
  private final Dispatch dispatch;
  private final int maxWaiting;

  /** The task pushed last; {@link #RUNNING}, or null if the lane is idle. Changed atomically. */
  private volatile @Nullable Task head;

  /** The bytes of received events that wait or run. Changed atomically. */
  private volatile int waiting;

  /** Whether the session was told to stop reading. Written by the session's thread. */
  private volatile boolean isPaused;

  /** Whether the peer sends too fast, whatever waits. Used on the session's thread. */
  private boolean isThrottled;

  Lane(Session session, Dispatch dispatch, int maxWaiting) {
    this.session = session;
    this.dispatch = dispatch;
    this.maxWaiting = maxWaiting;
  }

  /** A task, linked to the one pushed before it. */
  abstract static class Task implements Runnable {
    /** Its weight against the limit. */
    private final int bytes;

    /** Published with the task itself. */
    private @Nullable Task next;

    Task(int bytes) {
      this.bytes = bytes;
    }

    /** Its weight against the limit. */
    final int bytes() {
      return bytes;
    }
  }

  /** Adds a task of the server's own, which counts nothing. */
  @Override
  public void execute(Runnable task) {
    push(
        new Task(0) {
          @Override
          public void run() {
            task.run();
          }
        });
  }

  /** The weight of a received packet against the limit. */
  static int weight(int receivedBytes) {
    return receivedBytes + TASK_BYTES;
  }

  /** Adds a task that the peer has caused. Called on the session's thread. */
  void receive(Task task) {
    int total = (int) WAITING.getAndAdd(this, task.bytes) + task.bytes;
    if (total > maxWaiting && !isPaused) {
      isPaused = true;
      session.setReadable(false);
    }
    push(task);
    // The consumer may have been done before it could see the pause.
    resumeReading();
  }

  /** Reads nothing more for a time. Called on the session's thread. */
  void throttle(long nanos) {
    if (!isThrottled) {
      isThrottled = true;
      isPaused = true;
      session.setReadable(false);
      session
          .scheduler()
          .schedule(
              () -> {
                isThrottled = false;
                resumeReading();
              },
              nanos);
    }
  }

  /** Lets what has run count against the limit still. Called on the lane. */
  void hold(int bytes) {
    WAITING.getAndAdd(this, bytes);
  }

  /** What was held counts no more. Called on the lane. */
  void release(int bytes) {
    done(bytes);
  }

  private void push(Task task) {
    Task before;
    do {
      before = head;
      task.next = before == RUNNING ? null : before;
    } while (!HEAD.compareAndSet(this, before, task));
    if (before == null) {
      dispatch.start(session.scheduler(), this);
    }
  }

  /** Runs what waits; called by {@link Dispatch} only. */
  @Override
  public void run() {
    for (int round = 0; round < ROUNDS; round++) {
      Task task = reversed((Task) HEAD.getAndSet(this, RUNNING));
      while (task != null) {
        Task next = task.next;
        run(task);
        done(task.bytes);
        task = next;
      }
      if (HEAD.compareAndSet(this, RUNNING, null)) {
        return;
      }
    }
    dispatch.resume(session.scheduler(), this);
  }

  private static void run(Task task) {
    try {
      task.run();
    } catch (Throwable e) {
      LOG.error("a task failed; those behind it go on", e);
    }
  }

  private static @Nullable Task reversed(@Nullable Task newest) {
    Task oldest = null;
    Task task = newest;
    while (task != null) {
      Task next = task.next;
      task.next = oldest;
      oldest = task;
      task = next;
    }
    return oldest;
  }

  private void done(int bytes) {
    if (bytes > 0) {
      WAITING.getAndAdd(this, -bytes);
      if (isPaused && waiting <= maxWaiting / 2) {
        try {
          session.scheduler().execute(this::resumeReading);
        } catch (RejectedExecutionException e) {
          LOG.debug("the host has stopped, so nothing is left to read");
        }
      }
    }
  }

  /** Called on the session's thread. */
  private void resumeReading() {
    if (isPaused && !isThrottled && waiting <= maxWaiting / 2) {
      isPaused = false;
      session.setReadable(true);
    }
  }
}
