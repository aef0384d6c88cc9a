// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import org.jspecify.annotations.Nullable;

/** Hears that a socket leaves, after the last of its events. */
@FunctionalInterface
public interface DisconnectListener {
  /**
   * The socket leaves or has left.
   *
   * @param reason why
   * @param details what went wrong in the network or on this side; null if nothing did
   */
  void onDisconnect(DisconnectReason reason, @Nullable Throwable details) throws Exception;
}
