// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import dev.sockeye.engineio.spi.Scheduler;
import org.jspecify.annotations.Nullable;

/** When a manager tries again. Guarded by the manager's lock, but for {@link #attempt}. */
final class Reconnection {
  private final Manager manager;
  private final Backoff backoff;
  private boolean isEnabled;

  /** 0 for any number. */
  private int maxAttempts;

  /** Whether the application wants no further attempt, until it opens the connection itself. */
  private boolean isSkipped;

  /** Whether an attempt is due or running. */
  private boolean isWaiting;

  /** Starts the next attempt; null if none is due. */
  private Scheduler.@Nullable Cancellable timer;

  /** Whether nothing is tried any more, after a failure or a loss. */
  private boolean hasGivenUp;

  Reconnection(Manager manager, ClientOptions options) {
    this.manager = manager;
    this.isEnabled = options.reconnection();
    this.maxAttempts = options.reconnectionAttempts();
    this.backoff =
        new Backoff(
            options.reconnectionDelay(),
            options.reconnectionDelayMax(),
            options.randomizationFactor(),
            options.random());
  }

  Backoff backoff() {
    return backoff;
  }

  boolean isEnabled() {
    return isEnabled;
  }

  /** Turns it on or off; off ends a loop whose next attempt has not begun. */
  void enable(boolean enable) {
    isEnabled = enable;
    if (!enable) {
      isSkipped = true;
      stopTimer();
      if (isWaiting && manager.isIdle()) {
        isWaiting = false;
        hasGivenUp = true;
      }
    }
  }

  int maxAttempts() {
    return maxAttempts;
  }

  void maxAttempts(int attempts) {
    maxAttempts = attempts;
  }

  boolean isWaiting() {
    return isWaiting;
  }

  boolean hasGivenUp() {
    return hasGivenUp;
  }

  /** The application wants no further attempt. */
  void stop() {
    isSkipped = true;
    isWaiting = false;
    stopTimer();
    backoff.reset();
  }

  private void stopTimer() {
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
  }

  /** The connection is being opened, by an attempt or by the application. */
  void onOpening() {
    isSkipped = false;
    hasGivenUp = false;
  }

  /** The connection is open. */
  void onOpen() {
    if (isWaiting) {
      int attempts = backoff.attempts();
      manager.tell(Moment.RECONNECT, to -> to.accept(attempts));
    }
    isWaiting = false;
    backoff.reset();
  }

  /** Opening has failed. */
  void onFailure(ConnectException error, boolean isOnlyAttempt) {
    if (isWaiting) {
      manager.tell(Moment.RECONNECT_ERROR, to -> to.accept(error));
    }
    isWaiting = false;
    if (isOnlyAttempt) {
      hasGivenUp = true;
    } else {
      tryAgain();
    }
  }

  /** The connection has ended. */
  void onLoss() {
    backoff.reset();
    isWaiting = false;
    tryAgain();
  }

  private void tryAgain() {
    if (!isEnabled || isSkipped) {
      hasGivenUp = true;
    } else if (maxAttempts > 0 && backoff.attempts() >= maxAttempts) {
      backoff.reset();
      hasGivenUp = true;
      manager.tell(Moment.RECONNECT_FAILED, Runnable::run);
    } else {
      isWaiting = true;
      timer = manager.threads().schedule(this::announce, backoff.nextNanos());
    }
  }

  /** The next attempt isn't waited for: the application opens the connection itself. */
  void hurry() {
    stopTimer();
  }

  /** The time has come. Who wants to change what the attempt uses is heard before it. */
  private void announce() {
    timer = null;
    LifeListeners listeners = manager.listeners();
    if (!listeners.has(Moment.RECONNECT_ATTEMPT)) {
      manager.threads().execute(this::attempt);
      return;
    }
    int number = backoff.attempts();
    manager
        .threads()
        .lane()
        .post(
            () -> {
              listeners.tell(Moment.RECONNECT_ATTEMPT, to -> to.accept(number));
              attempt();
            });
  }

  private void attempt() {
    Link opening = null;
    synchronized (manager.lock()) {
      if (isWaiting && !isSkipped) {
        opening = manager.beginOpening();
      }
    }
    manager.connect(opening);
  }
}
