// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import dev.sockeye.engineio.server.spi.HttpExchange;
import dev.sockeye.engineio.server.spi.HttpHandler;
import dev.sockeye.engineio.server.spi.HttpService;
import org.jspecify.annotations.Nullable;

/** The service on its paths, the application's handler on all others. */
record Router(@Nullable HttpService service, HttpHandler others) implements HttpHandler {
  @Override
  public void handle(HttpExchange exchange) {
    if (service != null && service.handles(exchange.path())) {
      service.handle(exchange);
    } else {
      others.handle(exchange);
    }
  }
}
