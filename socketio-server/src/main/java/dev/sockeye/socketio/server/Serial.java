// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.socketio.Dispatch;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs tasks in order and one at a time, on the threads where answers complete: for what belongs to
 * no connection, and so to no {@link dev.sockeye.socketio.spi.Lane}.
 */
final class Serial implements Executor {
  private static final Logger LOG = LoggerFactory.getLogger(Serial.class);

  private final Dispatch dispatch;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();

  /** How many tasks wait or run: whoever makes it 1 sees to it that they run. */
  private final AtomicInteger waiting = new AtomicInteger();

  Serial(Dispatch dispatch) {
    this.dispatch = dispatch;
  }

  @Override
  public void execute(Runnable task) {
    tasks.add(task);
    if (waiting.getAndIncrement() == 0) {
      dispatch.answer(this::run);
    }
  }

  private void run() {
    do {
      Runnable task = tasks.poll();
      if (task != null) {
        run(task);
      }
    } while (waiting.decrementAndGet() > 0);
  }

  private static void run(Runnable task) {
    try {
      task.run();
    } catch (Throwable e) {
      LOG.error("a listener failed; those behind it go on", e);
    }
  }
}
