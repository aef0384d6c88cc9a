// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.engineio.spi.Scheduler;
import dev.sockeye.socketio.AckTimeoutException;
import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.Dispatch;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The answer to an event that was sent to one socket. */
final class SingleAck implements PendingAck {
  private final Dispatch dispatch;
  private final CompletableFuture<Args> future = new CompletableFuture<>();

  /** Ends the waiting; null if there is no limit. Written once, after this is registered. */
  private volatile Scheduler.@Nullable Cancellable timer;

  SingleAck(Dispatch dispatch) {
    this.dispatch = dispatch;
  }

  CompletableFuture<Args> future() {
    return future;
  }

  /** Ends the waiting after a time; to be called once this is among those that are owed. */
  void startTimer(Scheduler scheduler, PendingAcks owed, long id, Duration timeout) {
    Scheduler.Cancellable started =
        scheduler.schedule(
            () -> {
              if (owed.remove(id) != null) {
                fail(new AckTimeoutException(List.of()));
              }
            },
            timeout.toNanos());
    timer = started;
    if (owed.isClosed()) {
      started.cancel(); // the socket may have left before it could see the timer
    }
  }

  @Override
  public void onAnswer(String socketId, Args answer) {
    cancelTimer();
    dispatch.answer(() -> future.complete(answer));
  }

  @Override
  public void onDisconnect(DisconnectReason reason) {
    cancelTimer();
    fail(new DisconnectedException(reason));
  }

  void fail(RuntimeException error) {
    dispatch.answer(() -> future.completeExceptionally(error));
  }

  private void cancelTimer() {
    Scheduler.Cancellable running = timer;
    if (running != null) {
      running.cancel();
    }
  }
}
