// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import dev.sockeye.engineio.server.EngineServer;
import dev.sockeye.engineio.server.spi.HttpExchange;
import dev.sockeye.engineio.server.spi.HttpHandler;
import org.jspecify.annotations.Nullable;

/** The engine on its path, the application's handler on all others. */
record Router(@Nullable EngineServer engine, HttpHandler others) implements HttpHandler {
  @Override
  public void handle(HttpExchange exchange) {
    if (engine != null && engine.handles(exchange.path())) {
      engine.handle(exchange);
    } else {
      others.handle(exchange);
    }
  }
}
