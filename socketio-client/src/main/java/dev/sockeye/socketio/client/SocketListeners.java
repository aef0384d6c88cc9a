// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import dev.sockeye.engineio.client.CloseDetails;
import dev.sockeye.socketio.Ack;
import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.EventListener;
import dev.sockeye.socketio.OutgoingListener;
import dev.sockeye.socketio.Subscription;
import dev.sockeye.socketio.spi.Listeners;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the application wants to hear of one socket. Listeners are called on the lane. */
final class SocketListeners {
  private static final String CONNECT = "connect";
  private static final String CONNECT_ERROR = "connect_error";
  private static final String DISCONNECT = "disconnect";

  private final ClientSocket socket;
  private final Manager manager;
  private final Listeners<EventListener> ofEvents = new Listeners<>();
  private final Listeners<CatchAllListener> catchAll = new Listeners<>();
  private final Listeners<OutgoingListener> outgoing = new Listeners<>();
  private final Listeners<Object> ofLife = new Listeners<>();

  SocketListeners(ClientSocket socket, Manager manager) {
    this.socket = socket;
    this.manager = manager;
  }

  Listeners<EventListener> ofEvents() {
    return ofEvents;
  }

  Listeners<CatchAllListener> catchAll() {
    return catchAll;
  }

  Listeners<OutgoingListener> outgoing() {
    return outgoing;
  }

  Subscription onConnect(Runnable listener) {
    return ofLife.add(CONNECT, Objects.requireNonNull(listener, "listener"));
  }

  Subscription onConnectError(Consumer<? super ConnectException> listener) {
    return ofLife.add(CONNECT_ERROR, Objects.requireNonNull(listener, "listener"));
  }

  Subscription onDisconnect(DisconnectListener listener) {
    return ofLife.add(DISCONNECT, Objects.requireNonNull(listener, "listener"));
  }

  void tellConnect() {
    tell(CONNECT, listener -> ((Runnable) listener).run());
  }

  @SuppressWarnings("unchecked") // only onConnectError() adds listeners under this name
  void tellConnectError(ConnectException error) {
    tell(CONNECT_ERROR, listener -> ((Consumer<ConnectException>) listener).accept(error));
  }

  void tellDisconnect(DisconnectReason reason, @Nullable CloseDetails details) {
    tell(DISCONNECT, listener -> ((DisconnectListener) listener).onDisconnect(reason, details));
  }

  private void tell(String moment, Consumer<Object> call) {
    for (Listeners.Entry<Object> entry : ofLife.snapshot()) {
      if (entry.name().equals(moment)) {
        try {
          call.accept(entry.listener());
        } catch (Throwable e) {
          manager.onError(e, socket, moment);
        }
      }
    }
  }

  /** An event has its turn. */
  void tell(String event, Args args, Ack ack) {
    for (Listeners.Entry<CatchAllListener> entry : catchAll.snapshot()) {
      try {
        entry.listener().onEvent(event, args, ack);
      } catch (Throwable e) {
        manager.onError(e, socket, event);
      }
    }
    for (Listeners.Entry<EventListener> entry : ofEvents.snapshot()) {
      if (entry.name().equals(event) && (!entry.once() || ofEvents.remove(entry))) {
        try {
          entry.listener().onEvent(args, ack);
        } catch (Throwable e) {
          manager.onError(e, socket, event);
        }
      }
    }
  }

  /** An event is being sent; called in the thread that sends. */
  void tellOutgoing(OutgoingEvent event) {
    for (Listeners.Entry<OutgoingListener> entry : outgoing.snapshot()) {
      try {
        entry.listener().onEvent(event.name(), event.args());
      } catch (RuntimeException e) {
        manager.onError(e, socket, event.name());
      }
    }
  }
}
