// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

/** Gets what an application's listeners and middleware throw; there is one per server. */
@FunctionalInterface
public interface ErrorHandler {
  /**
   * Application code has failed. Called where it failed, so it must not block if that code must
   * not.
   *
   * @param error what was thrown, or what a returned stage failed with. Arguments that don't fit
   *     the type which a listener declared come as a {@link dev.sockeye.socketio.BindingException}
   * @param socket the socket concerned, which lives on
   * @param event the event's name; {@code connection}, {@code disconnecting} and {@code disconnect}
   *     for those listeners, {@code middleware} for middleware
   */
  void onError(Throwable error, Socket socket, String event);
}
