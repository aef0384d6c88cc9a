// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

/**
 * Decides whether an event of a client is heard.
 *
 * <p>Implements "Socket middlewares" of the Socket.IO documentation.
 *
 * @see Receiver#use
 */
@FunctionalInterface
public interface EventMiddleware {
  /**
   * Lets the event pass by returning, or drops it by throwing.
   *
   * @throws EventRefusedException to drop it; nobody is to blame but the client
   * @throws Exception anything drops it, and is told to those who hear of the socket's errors
   */
  void accept(IncomingEvent event) throws Exception;
}
