// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server.spi;

/** Answers HTTP requests; what a host calls for each path that is not the engine's. */
@FunctionalInterface
public interface HttpHandler {
  /**
   * Answers a request, now or later, with {@link HttpExchange#respond}; called on the exchange's
   * thread, so it must not block.
   */
  void handle(HttpExchange exchange);
}
