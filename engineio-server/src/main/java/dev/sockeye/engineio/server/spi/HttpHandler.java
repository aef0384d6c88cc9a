// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server.spi;

/**
 * Answers HTTP requests: the engine on its path, an application's own handler on all others.
 *
 * <p>A request that asks for a WebSocket comes as a {@link WebSocketUpgrade}, which the handler may
 * accept or answer like any other request.
 */
@FunctionalInterface
public interface HttpHandler {
  /**
   * Answers a request, now or later, with {@link HttpExchange#respond}; called on the exchange's
   * thread, so it must not block.
   */
  void handle(HttpExchange exchange);
}
