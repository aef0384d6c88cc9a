// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.socketio.Ack;
import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.EventListener;
import dev.sockeye.socketio.Subscription;
import dev.sockeye.socketio.spi.Listeners;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the application wants to hear of one socket. */
final class SocketListeners {
  private static final String DISCONNECTING = "disconnecting";
  private static final String DISCONNECT = "disconnect";

  /** By the events' names. */
  private final Listeners<EventListener> ofEvents = new Listeners<>();

  /**
   * Middleware and catch-all listeners; null before the first. Written once, while this is locked;
   * published by {@link #ofEvents}, which readers read before, so that sockets without any pay for
   * no second look at memory that others write.
   */
  private @Nullable EventGate gate;

  /** By the name of the moment; null before the first. Written while this is locked. */
  private volatile @Nullable Listeners<DisconnectListener> ofTheEnd;

  /** Null before the first. Written while this is locked. */
  private volatile @Nullable Listeners<SocketErrorListener> ofErrors;

  Listeners<EventListener> ofEvents() {
    return ofEvents;
  }

  /** Middleware and catch-all listeners, to which something is to be added. */
  synchronized EventGate gate(Socket socket) {
    EventGate result = gate;
    if (result == null) {
      result = new EventGate(socket);
      gate = result;
      ofEvents.publish();
    }
    return result;
  }

  /** The catch-all listeners; a snapshot. */
  synchronized List<CatchAllListener> catchAll() {
    return gate == null ? List.of() : gate.catchAll().list();
  }

  synchronized void removeCatchAll() {
    if (gate != null) {
      gate.catchAll().removeAll();
    }
  }

  Subscription onDisconnecting(DisconnectListener listener) {
    return onEnd(DISCONNECTING, listener);
  }

  Subscription onDisconnect(DisconnectListener listener) {
    return onEnd(DISCONNECT, listener);
  }

  private synchronized Subscription onEnd(String moment, DisconnectListener listener) {
    Listeners<DisconnectListener> all = ofTheEnd;
    if (all == null) {
      all = new Listeners<>();
      ofTheEnd = all;
    }
    return all.add(moment, listener);
  }

  synchronized Subscription onError(SocketErrorListener listener) {
    Listeners<SocketErrorListener> all = ofErrors;
    if (all == null) {
      all = new Listeners<>();
      ofErrors = all;
    }
    return all.add("error", listener);
  }

  /** An event has its turn; called on the lane. */
  void hear(Socket socket, ReceivedEvent event) {
    Listeners.Entry<EventListener>[] entries = ofEvents.snapshot();
    EventGate first = gate;
    if (first != null) {
      first.take(event);
    } else if (entries.length > 0) {
      tell(entries, socket, event.name(), event.args(), EventAck.of(socket, event.id()));
    }
  }

  /** Calls the listeners of an event, each of them, whatever the others throw. */
  void tell(Socket socket, String event, Args args, Ack ack) {
    tell(ofEvents.snapshot(), socket, event, args, ack);
  }

  private void tell(
      Listeners.Entry<EventListener>[] entries, Socket socket, String event, Args args, Ack ack) {
    for (Listeners.Entry<EventListener> entry : entries) {
      if (entry.name().equals(event) && (!entry.once() || ofEvents.remove(entry))) {
        try {
          entry.listener().onEvent(args, ack);
        } catch (Throwable e) {
          socket.onError(e, event);
        }
      }
    }
  }

  /** Tells of an error; false if nobody wants to hear of it. */
  boolean tellError(Throwable error, String event) {
    Listeners<SocketErrorListener> all = ofErrors;
    Listeners.Entry<SocketErrorListener>[] entries = all == null ? null : all.snapshot();
    if (entries == null || entries.length == 0) {
      return false;
    }
    for (Listeners.Entry<SocketErrorListener> entry : entries) {
      entry.listener().onError(error, event);
    }
    return true;
  }

  void tellDisconnecting(Socket socket, DisconnectReason reason, @Nullable Throwable details) {
    tellEnd(DISCONNECTING, socket, reason, details);
  }

  void tellDisconnect(Socket socket, DisconnectReason reason, @Nullable Throwable details) {
    tellEnd(DISCONNECT, socket, reason, details);
  }

  private void tellEnd(
      String moment, Socket socket, DisconnectReason reason, @Nullable Throwable details) {
    Listeners<DisconnectListener> all = ofTheEnd;
    if (all == null) {
      return;
    }
    for (Listeners.Entry<DisconnectListener> entry : all.snapshot()) {
      if (entry.name().equals(moment)) {
        try {
          entry.listener().onDisconnect(reason, details);
        } catch (Throwable e) {
          socket.onError(e, moment);
        }
      }
    }
  }

  /** The socket has left: events that wait for middleware are not heard any more. On the lane. */
  void end() {
    EventGate first = gate;
    if (first != null) {
      first.close();
    }
  }
}
