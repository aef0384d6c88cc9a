// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.socketio.EventListener;
import dev.sockeye.socketio.EventReceiver;
import dev.sockeye.socketio.OutgoingListener;
import dev.sockeye.socketio.Subscription;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Hears of one socket: its events, what goes wrong with them, its end. Everything may be added and
 * removed from any thread, at any time; what is added while an event is being heard hears from the
 * next one on.
 *
 * <p>Implements "Listening to events" and "Socket middlewares" of the Socket.IO documentation.
 */
public interface Receiver extends EventReceiver {
  /** Removes all listeners of an event. */
  void off(String event);

  /** Removes all listeners of all events, but for catch-all ones and those of the end. */
  void off();

  /** Adds a listener of all events, which is called before those of the event's name. */
  Subscription onAny(CatchAllListener listener);

  /** As {@link #onAny}, before those that were added so far. */
  Subscription prependAny(CatchAllListener listener);

  /** Removes all listeners of {@link #onAny}. */
  void offAny();

  /** The listeners of {@link #onAny} in the order in which they are called; a snapshot. */
  List<CatchAllListener> listenersAny();

  /** Adds a listener of all events that are sent to the socket, whoever sends them. */
  Subscription onAnyOutgoing(OutgoingListener listener);

  /** As {@link #onAnyOutgoing}, before those that were added so far. */
  Subscription prependAnyOutgoing(OutgoingListener listener);

  /** Removes all listeners of {@link #onAnyOutgoing}. */
  void offAnyOutgoing();

  /** The listeners of {@link #onAnyOutgoing} in the order of their calls; a snapshot. */
  List<OutgoingListener> listenersAnyOutgoing();

  /**
   * Adds a middleware: each event passes through all of them, in the order in which they were
   * added, before anybody hears it. The first that throws drops it: the client is told nothing, the
   * error goes where {@link #onError} says. It runs as {@link EventListener} does. Answers of the
   * client are no events.
   */
  Subscription use(EventMiddleware middleware);

  /**
   * Adds a middleware that takes its time: the event waits for the stage, and is dropped if that
   * fails. The socket's events behind it wait too, so their order is kept; the connection's other
   * sockets go on. What still waits when the socket leaves is dropped.
   */
  Subscription useAsync(Function<? super IncomingEvent, ? extends CompletionStage<?>> middleware);

  /**
   * Adds a listener of what goes wrong with this socket's events. Where there is one, the server's
   * {@link ErrorHandler} doesn't hear of it.
   */
  Subscription onError(SocketErrorListener listener);

  /**
   * Adds a listener of the end that is called while the socket is still in its rooms, so that it
   * can tell those who stay.
   */
  Subscription onDisconnecting(DisconnectListener listener);

  /** Adds a listener of the end that is called once the socket has left its rooms. */
  Subscription onDisconnect(DisconnectListener listener);
}
