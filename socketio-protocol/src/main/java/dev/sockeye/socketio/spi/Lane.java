// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.spi;

import dev.sockeye.socketio.Dispatch;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Runs the tasks of one connection in order and one at a time, wherever {@link Dispatch} says.
 *
 * <p>What waits is a stack of tasks that producers push on and the one consumer takes as a whole,
 * turns over and runs: one field, and nothing to allocate for a connection that is idle. While more
 * bytes of received events wait than allowed, the connection reads nothing more from its peer.
 *
 * <p>For the server and the client.
 */
public final class Lane implements Executor, Runnable {
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

  private final Home home;
  private final Dispatch dispatch;
  private final int maxWaiting;

  /** The task pushed last; {@link #RUNNING}, or null if the lane is idle. Changed atomically. */
  private volatile @Nullable Task head;

  /** The bytes of received events that wait or run. Changed atomically. */
  private volatile int waiting;

  /** Whether the connection was told to stop reading. Written by its thread. */
  private volatile boolean isPaused;

  /** Whether the peer sends too fast, whatever waits. Used on the connection's thread. */
  private boolean isThrottled;

  /** The connection whose tasks these are, and its thread. */
  public interface Home extends IoThread {
    /** Stops or resumes reading. Called on this thread. */
    void setReadable(boolean readable);

    /** A task has failed; those behind it go on. Called on the lane. */
    void onFailure(Throwable failure);
  }

  /**
   * A lane where nothing waits.
   *
   * @param home the connection
   * @param dispatch where the tasks run
   * @param maxWaiting how many bytes of received events may wait while the connection reads on
   */
  public Lane(Home home, Dispatch dispatch, int maxWaiting) {
    this.home = home;
    this.dispatch = dispatch;
    this.maxWaiting = maxWaiting;
  }

  /** A task, linked to the one pushed before it. */
  public abstract static class Task implements Runnable {
    /** Its weight against the limit. */
    private final int bytes;

    /** Published with the task itself. */
    private @Nullable Task next;

    /**
     * A task that the peer has caused.
     *
     * @param bytes its weight against the limit: see {@link #weight}
     */
    protected Task(int bytes) {
      this.bytes = bytes;
    }

    /** Its weight against the limit. */
    public final int bytes() {
      return bytes;
    }
  }

  /** Adds a task that no peer has caused, which counts nothing. */
  @Override
  public void execute(Runnable task) {
    if (push(own(task))) {
      dispatch.start(home, this);
    }
  }

  /**
   * As {@link #execute}, but never runs it before this returns, so that the caller may hold a lock.
   */
  public void post(Runnable task) {
    if (push(own(task))) {
      dispatch.resume(home, this);
    }
  }

  private static Task own(Runnable task) {
    return new Task(0) {
      @Override
      public void run() {
        task.run();
      }
    };
  }

  /** The weight of a received packet against the limit. */
  public static int weight(int receivedBytes) {
    return receivedBytes + TASK_BYTES;
  }

  /** Adds a task that the peer has caused. Called on the connection's thread. */
  public void receive(Task task) {
    int total = (int) WAITING.getAndAdd(this, task.bytes) + task.bytes;
    if (total > maxWaiting && !isPaused) {
      isPaused = true;
      home.setReadable(false);
    }
    if (push(task)) {
      dispatch.start(home, this);
    }
    // The consumer may have been done before it could see the pause.
    resumeReading();
  }

  /**
   * Reads nothing more until told otherwise; false if that was so already. Called on the
   * connection's thread.
   */
  public boolean throttle(boolean throttled) {
    if (isThrottled == throttled) {
      return false;
    }
    isThrottled = throttled;
    if (throttled) {
      isPaused = true;
      home.setReadable(false);
    } else {
      resumeReading();
    }
    return true;
  }

  /**
   * The home has another connection, which reads until more than allowed waits again. Called on the
   * connection's thread.
   */
  public void reconnected() {
    isPaused = false;
  }

  /** Lets what has run count against the limit still. Called on the lane. */
  public void hold(int bytes) {
    WAITING.getAndAdd(this, bytes);
  }

  /** What was held counts no more. Called on the lane. */
  public void release(int bytes) {
    done(bytes);
  }

  /** Whether the lane was idle, so that it has to be run. */
  private boolean push(Task task) {
    Task before;
    do {
      before = head;
      task.next = before == RUNNING ? null : before;
    } while (!HEAD.compareAndSet(this, before, task));
    return before == null;
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
    dispatch.resume(home, this);
  }

  private void run(Task task) {
    try {
      task.run();
    } catch (Throwable e) {
      home.onFailure(e);
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
          home.execute(this::resumeReading);
        } catch (RejectedExecutionException e) {
          return; // the network has stopped, so nothing is left to read
        }
      }
    }
  }

  /** Called on the connection's thread. */
  private void resumeReading() {
    if (isPaused && !isThrottled && waiting <= maxWaiting / 2) {
      isPaused = false;
      home.setReadable(true);
    }
  }
}
