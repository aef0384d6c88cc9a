// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hears each event that is sent to one socket, its own and those of broadcasts; answers are no
 * events. Called in the thread that sends, before the event leaves, so it must not block.
 *
 * <p>Implements "Catch-all listeners for outgoing packets" of the Socket.IO documentation.
 */
@FunctionalInterface
public interface OutgoingListener {
  /**
   * An event is being sent.
   *
   * @param event its name
   * @param args its arguments as they were given to {@code emit}; not to be changed
   */
  void onEvent(String event, List<? extends @Nullable Object> args);
}
