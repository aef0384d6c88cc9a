// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

/**
 * Decides whether a socket may join a namespace.
 *
 * <p>The socket is not connected yet: its id, handshake and data are there, it can join rooms, and
 * what is emitted to it leaves before the confirmation of its connection.
 *
 * <p>Implements "Middlewares" of the Socket.IO documentation.
 */
@FunctionalInterface
public interface Middleware {
  /**
   * Lets the socket pass by returning, or refuses it by throwing.
   *
   * @throws ConnectionRefusedException to tell the client why
   * @throws dev.sockeye.socketio.BindingException as {@link Handshake#auth(Class)} does where the
   *     client sent something else; it goes to the server's {@link ErrorHandler}, and the client
   *     hears {@code invalid auth}
   * @throws Exception anything else goes to the {@link ErrorHandler} too, and the client hears of
   *     an {@code Internal server error} only
   */
  void accept(Socket socket) throws Exception;
}
