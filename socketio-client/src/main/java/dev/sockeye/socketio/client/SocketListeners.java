// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import dev.sockeye.engineio.client.CloseDetails;
import dev.sockeye.socketio.Ack;
import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.EventListener;
import dev.sockeye.socketio.OutgoingListener;
import dev.sockeye.socketio.spi.Listeners;
import org.jspecify.annotations.Nullable;

/** What the application wants to hear of one socket. Listeners are called on the lane. */
final class SocketListeners {
  private final ClientSocket socket;
  private final Manager manager;
  private final Listeners<EventListener> ofEvents = new Listeners<>();
  private final Listeners<CatchAllListener> catchAll = new Listeners<>();
  private final Listeners<OutgoingListener> outgoing = new Listeners<>();
  private final LifeListeners ofLife;

  SocketListeners(ClientSocket socket, Manager manager) {
    this.socket = socket;
    this.manager = manager;
    this.ofLife = new LifeListeners(manager, socket);
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

  LifeListeners ofLife() {
    return ofLife;
  }

  void tellConnect() {
    ofLife.tell(Moment.CONNECT, Runnable::run);
  }

  void tellConnectError(ConnectException error) {
    ofLife.tell(Moment.CONNECT_ERROR, to -> to.accept(error));
  }

  void tellDisconnect(DisconnectReason reason, @Nullable CloseDetails details) {
    ofLife.tell(Moment.DISCONNECT, to -> to.onDisconnect(reason, details));
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
