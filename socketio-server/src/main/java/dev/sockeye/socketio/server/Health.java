// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.server.spi.HttpExchange;
import dev.sockeye.engineio.server.spi.HttpHandler;
import dev.sockeye.engineio.server.spi.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

/**
 * Answers load balancers that ask for a server's health: 200 while it serves, 503 once it is being
 * closed.
 */
record Health(BooleanSupplier isDraining) implements HttpHandler {
  @Override
  public void handle(HttpExchange exchange) {
    boolean draining = isDraining.getAsBoolean();
    Headers headers =
        Headers.create().set("Content-Type", "application/json").set("Cache-Control", "no-store");
    byte[] body =
        ("{\"status\":\"" + (draining ? "draining" : "up") + "\"}")
            .getBytes(StandardCharsets.US_ASCII);
    exchange.respond(HttpResponse.of(draining ? 503 : 200, headers, body));
  }
}
