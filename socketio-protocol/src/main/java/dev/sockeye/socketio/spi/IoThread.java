// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.spi;

import java.util.concurrent.Executor;

/** The thread that does a connection's input and output. For the server and the client. */
public interface IoThread extends Executor {
  /** Whether the caller runs on it. */
  boolean inThread();

  /**
   * Runs a task on it soon, after those submitted before.
   *
   * @throws java.util.concurrent.RejectedExecutionException if the network has stopped
   */
  @Override
  void execute(Runnable task);
}
