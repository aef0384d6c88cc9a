// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import dev.sockeye.socketio.Subscription;
import dev.sockeye.socketio.spi.Listeners;
import java.util.Objects;
import java.util.function.Consumer;

/** Who wants to hear of the connection that sockets share. */
final class ManagerListeners {
  private final Listeners<Consumer<? super ManagerEvent>> all = new Listeners<>();
  private final ErrorHandler onError;

  ManagerListeners(ErrorHandler onError) {
    this.onError = onError;
  }

  <E extends ManagerEvent> Subscription on(Class<E> type, Consumer<? super E> listener) {
    Objects.requireNonNull(listener, "listener");
    return all.add(type.getName(), event -> listener.accept(type.cast(event)));
  }

  /** Whether anybody wants to hear of a kind of event. */
  boolean has(Class<? extends ManagerEvent> type) {
    for (Listeners.Entry<?> entry : all.snapshot()) {
      if (entry.name().equals(type.getName())) {
        return true;
      }
    }
    return false;
  }

  /** Tells those who want to hear of it; called on the lane. */
  void tell(ManagerEvent event) {
    for (Listeners.Entry<Consumer<? super ManagerEvent>> entry : all.snapshot()) {
      if (entry.name().equals(event.getClass().getName())) {
        try {
          entry.listener().accept(event);
        } catch (Throwable e) {
          onError.onError(e, null, event.text());
        }
      }
    }
  }
}
