// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import dev.sockeye.engineio.client.EngineConnection;
import dev.sockeye.engineio.spi.Scheduler;
import dev.sockeye.socketio.Dispatch;
import dev.sockeye.socketio.spi.Lane;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the code of a client runs, and when: listeners on the lane, answers beside it, what has its
 * time on the network's thread. Safe for use from any thread.
 */
final class Threads implements Lane.Home {
  private static final Logger LOG = LoggerFactory.getLogger(SocketIoClient.class);

  private final Manager manager;
  private final Scheduler scheduler;
  private final Dispatch dispatch;
  private final Lane lane;

  Threads(Manager manager, Scheduler scheduler, ClientOptions options) {
    this.manager = manager;
    this.scheduler = scheduler;
    this.dispatch = options.dispatch();
    this.lane = new Lane(this, dispatch, options.maxPendingBytes());
  }

  /** Where listeners run. */
  Lane lane() {
    return lane;
  }

  /** Completes a future beside the lane. The caller may hold the manager's lock. */
  void complete(Runnable completion) {
    if (dispatch.isOnIoThread()) {
      try {
        scheduler.execute(completion);
      } catch (RejectedExecutionException e) {
        completion.run(); // the network has stopped; whoever waits must hear of it
      }
    } else {
      dispatch.answer(completion);
    }
  }

  /** Runs a task under the manager's lock, when a time is over. */
  Scheduler.Cancellable schedule(Runnable task, long nanos) {
    return scheduler.schedule(
        () -> {
          synchronized (manager.lock()) {
            task.run();
          }
        },
        nanos);
  }

  long now() {
    return scheduler.nanoTime();
  }

  @Override
  public boolean inThread() {
    return scheduler.inThread();
  }

  @Override
  public void execute(Runnable task) {
    scheduler.execute(task);
  }

  @Override
  public void setReadable(boolean readable) {
    EngineConnection current = manager.connection();
    if (current != null) {
      current.setReadable(readable);
    }
  }

  @Override
  public void onFailure(Throwable failure) {
    LOG.error("a task failed; those behind it go on", failure);
  }
}
