// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import dev.sockeye.socketio.Ack;
import dev.sockeye.socketio.Args;

/**
 * Hears each event of the server, whatever its name, before the listeners of its name. Called as a
 * {@link dev.sockeye.socketio.EventListener} is.
 *
 * <p>Implements "Catch-all listeners" of the Socket.IO documentation.
 */
@FunctionalInterface
public interface CatchAllListener {
  /**
   * An event has come.
   *
   * @param event its name
   * @param args its arguments, without the name
   * @param ack what answers it, if the server asked for an answer
   */
  void onEvent(String event, Args args, Ack ack) throws Exception;
}
