// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import dev.sockeye.engineio.server.spi.HttpExchange;
import dev.sockeye.engineio.server.spi.HttpHandler;
import dev.sockeye.engineio.server.spi.HttpService;
import org.jspecify.annotations.Nullable;

/** The engine on its path, the application's handler on all others. */
record Router(@Nullable HttpService engine, HttpHandler others) implements HttpHandler {
  @Override
  public void handle(HttpExchange exchange) {
    if (engine != null && engine.handles(exchange.path())) {
      engine.handle(exchange);
    } else {
      others.handle(exchange);
    }
  }
}
