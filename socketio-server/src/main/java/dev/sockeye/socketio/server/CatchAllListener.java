// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.socketio.EventListener;

/**
 * Hears each event of a socket's client, whatever its name. It is called as an {@link
 * EventListener} is, before the listeners of the event's name.
 *
 * <p>Implements "Catch-all listeners" of the Socket.IO documentation.
 */
@FunctionalInterface
public interface CatchAllListener {
  /** An event has come. */
  void onEvent(IncomingEvent event) throws Exception;
}
