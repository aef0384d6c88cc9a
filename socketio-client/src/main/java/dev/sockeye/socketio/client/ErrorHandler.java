// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import org.jspecify.annotations.Nullable;

/** Gets what listeners throw; there is one per client. */
@FunctionalInterface
public interface ErrorHandler {
  /**
   * Application code has failed; the connection lives on. Called where it failed.
   *
   * @param error what was thrown, or what a returned stage failed with. Arguments that don't fit
   *     the type which a listener declared come as a {@link dev.sockeye.socketio.BindingException}
   * @param socket the socket concerned; null for listeners of the client itself
   * @param event the event's name, in the words of the reference for those of the life cycle, such
   *     as {@code connect} and {@code reconnect_attempt}
   */
  void onError(Throwable error, @Nullable ClientSocket socket, String event);
}
