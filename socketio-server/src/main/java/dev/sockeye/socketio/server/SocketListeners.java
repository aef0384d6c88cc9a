// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.socketio.Args;
import org.jspecify.annotations.Nullable;

/** What the application wants to hear of one socket. */
final class SocketListeners {
  private static final String DISCONNECTING = "disconnecting";
  private static final String DISCONNECT = "disconnect";

  /** By the events' names; null before the first. Written while this is locked. */
  private volatile @Nullable Listeners<EventListener> ofEvents;

  /** By the name of the moment; null before the first. Written while this is locked. */
  private volatile @Nullable Listeners<DisconnectListener> ofTheEnd;

  synchronized Subscription onEvent(String event, EventListener listener) {
    Listeners<EventListener> all = ofEvents;
    if (all == null) {
      all = new Listeners<>();
      ofEvents = all;
    }
    return all.add(event, listener);
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

  /** Calls the listeners of an event, each of them, whatever the others throw. */
  void tell(Socket socket, String event, Args args, long id) {
    Listeners<EventListener> all = ofEvents;
    if (all == null) {
      return;
    }
    Ack ack = Ack.of(socket, id);
    for (Listeners.Entry<EventListener> entry : all.snapshot()) {
      if (entry.name().equals(event)) {
        try {
          entry.listener().onEvent(args, ack);
        } catch (Throwable e) {
          socket.namespace().server().onError(e, socket, event);
        }
      }
    }
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
          socket.namespace().server().onError(e, socket, moment);
        }
      }
    }
  }
}
