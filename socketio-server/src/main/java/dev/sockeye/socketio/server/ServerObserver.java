// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.engineio.server.ConnectionError;
import dev.sockeye.engineio.server.SessionObserver;
import dev.sockeye.socketio.Args;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sees everything that happens in a server, for metrics and tools; what it doesn't override costs a
 * call, and a server without observers pays nothing.
 *
 * <p>It is called where things happen, from many threads at once: it must be quick and must not
 * block. What it throws is logged.
 */
public interface ServerObserver extends SessionObserver {
  /** A handshake or another request was refused. */
  default void onRequestRefused(ConnectionError error) {}

  /** There is a new namespace, into which nobody has come yet. */
  default void onNewNamespace(Namespace namespace) {}

  /** A socket has joined its namespace; its listeners hear of it next. */
  default void onConnect(Socket socket) {}

  /**
   * A middleware has refused a socket.
   *
   * @param message what its client is told
   */
  default void onConnectRefused(Socket socket, String message) {}

  /** A socket has left its rooms and its namespace; its listeners hear of it next. */
  default void onDisconnect(Socket socket, DisconnectReason reason, @Nullable Throwable details) {}

  /** A client's event has come, and is about to pass the middleware. */
  default void onEventReceived(Socket socket, String event, Args args) {}

  /** An event is being sent to a socket, alone or with others. */
  default void onEventSent(Socket socket, String event, List<? extends @Nullable Object> args) {}

  /** A listener or a middleware has failed, or an argument didn't fit. */
  default void onError(Throwable error, Socket socket, String event) {}
}
