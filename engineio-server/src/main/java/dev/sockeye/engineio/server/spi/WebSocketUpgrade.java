// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server.spi;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.spi.Scheduler;
import dev.sockeye.engineio.spi.WebSocketListener;

/**
 * What a host gives for an HTTP request that asks for a WebSocket ({@code Upgrade: websocket}).
 *
 * <p>The engine answers with {@link #respond} to refuse, or with {@link #accept}, once, from any
 * thread.
 */
public interface WebSocketUpgrade extends HttpExchange {
  /**
   * Answers 101 and opens the WebSocket.
   *
   * <p>From {@link WebSocketListener#onOpen} on, everything happens on {@code scheduler}'s thread,
   * which may be another than this exchange's: the host moves the connection there, or passes each
   * event on.
   *
   * <p>If the connection is lost, or the request turns out not to be a valid WebSocket handshake
   * (the host then answers by itself, 400 or 426), the listener gets {@link
   * WebSocketListener#onClose} without an {@code onOpen}.
   *
   * @param headers additional headers of the 101
   * @param terms what is asked of the WebSocket
   * @param scheduler the thread to which the WebSocket is bound
   * @param listener gets what happens
   */
  void accept(
      Headers headers, WebSocketTerms terms, Scheduler scheduler, WebSocketListener listener);
}
