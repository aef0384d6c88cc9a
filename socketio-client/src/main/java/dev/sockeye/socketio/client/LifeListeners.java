// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import dev.sockeye.socketio.Subscription;
import dev.sockeye.socketio.spi.Listeners;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Who wants to hear of the life of a client, or of one of its sockets. */
final class LifeListeners {
  private final Manager manager;

  /** Null for those of the client itself. */
  private final @Nullable ClientSocket socket;

  private final Listeners<Object> all = new Listeners<>();

  LifeListeners(Manager manager, @Nullable ClientSocket socket) {
    this.manager = manager;
    this.socket = socket;
  }

  <L> Subscription on(Moment<L> moment, L listener) {
    return all.add(moment.name(), Objects.requireNonNull(listener, "listener"));
  }

  /** Whether anybody wants to hear of it. */
  boolean has(Moment<?> moment) {
    for (Listeners.Entry<?> entry : all.snapshot()) {
      if (entry.name().equals(moment.name())) {
        return true;
      }
    }
    return false;
  }

  /** Tells those who want to hear of it; called on the lane. */
  <L> void tell(Moment<L> moment, Consumer<? super L> call) {
    for (Listeners.Entry<Object> entry : all.snapshot()) {
      if (entry.name().equals(moment.name())) {
        try {
          call.accept(moment.listener(entry.listener()));
        } catch (Throwable e) {
          manager.onError(e, socket, moment.name());
        }
      }
    }
  }
}
