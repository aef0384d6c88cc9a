// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

/**
 * Hears what goes wrong with the events of one socket; see {@link Receiver#onError}. It is called
 * where it went wrong.
 *
 * <p>Implements the event "error" of a socket of the Socket.IO documentation.
 */
@FunctionalInterface
public interface SocketErrorListener {
  /**
   * Something went wrong.
   *
   * @param error what a middleware has thrown to drop the event; a {@link
   *     dev.sockeye.socketio.BindingException}, which names the argument and the expected type,
   *     where an argument doesn't fit what a listener declared; what a listener has thrown, or its
   *     stage failed with; a {@link dev.sockeye.socketio.ParseException}, after which the
   *     connection is closed
   * @param event the event's name; {@code parse error} for what was no packet, and for what isn't
   *     about an event what {@link ErrorHandler#onError} says
   */
  void onError(Throwable error, String event);
}
