// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

import dev.sockeye.socketio.adapter.spi.BusListener;
import dev.sockeye.socketio.adapter.spi.Envelope;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Hands to a listener what comes over several connections: one call at a time, none before the
 * beginning or after the end.
 */
final class Intake {
  private final ReentrantLock lock = new ReentrantLock();

  /** Null before the beginning and after the end. Guarded by the lock. */
  private @Nullable BusListener listener;

  void start(BusListener begun) {
    run(() -> listener = begun);
  }

  void stop() {
    run(() -> listener = null);
  }

  /** Reads a message, which may be one that says nothing, and hands it over. */
  void accept(Supplier<Optional<Envelope>> message) {
    accept(message, Optional.empty());
  }

  /** The same, with the message's place in the history. */
  void accept(Supplier<Optional<Envelope>> message, Optional<String> offset) {
    Optional<Envelope> envelope;
    try {
      envelope = message.get();
    } catch (RuntimeException e) {
      tell(to -> to.onGarbage(e));
      return;
    }
    envelope.ifPresent(each -> tell(to -> to.onMessage(each, offset)));
  }

  /** Tells the listener, if there is one. */
  void tell(Consumer<BusListener> call) {
    run(
        () -> {
          BusListener to = listener;
          if (to != null) {
            call.accept(to);
          }
        });
  }

  /** Does something while nothing is handed over. */
  void run(Runnable task) {
    lock.lock();
    try {
      task.run();
    } finally {
      lock.unlock();
    }
  }
}
