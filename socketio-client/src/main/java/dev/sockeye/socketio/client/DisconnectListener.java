// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import dev.sockeye.engineio.client.CloseDetails;
import org.jspecify.annotations.Nullable;

/**
 * Hears that a connection has ended. Called as a {@link dev.sockeye.socketio.EventListener} is,
 * after the events that came before.
 */
@FunctionalInterface
public interface DisconnectListener {
  /**
   * It has ended.
   *
   * @param reason why
   * @param details what else is known; null if one of both sides wanted it
   */
  void onDisconnect(DisconnectReason reason, @Nullable CloseDetails details);
}
