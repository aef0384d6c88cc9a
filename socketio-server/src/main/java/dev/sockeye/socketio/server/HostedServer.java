// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.engineio.server.EngineServer;
import dev.sockeye.engineio.server.spi.HttpExchange;
import dev.sockeye.engineio.server.spi.HttpService;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * A server as a host sees it: it serves the client's files, answers otherwise as its engine does,
 * and ends as a whole.
 *
 * @param clientFiles empty if they are not served
 * @param end ends all but the hosts, one of which may be waiting for this
 */
record HostedServer(
    EngineServer engine,
    Optional<ClientFileHandler> clientFiles,
    Supplier<CompletableFuture<Void>> end)
    implements HttpService {
  @Override
  public boolean handles(String path) {
    return engine.handles(path);
  }

  @Override
  public void handle(HttpExchange exchange) {
    if (clientFiles.isPresent() && clientFiles.get().handles(exchange.path())) {
      engine.handleWithCors(exchange, clientFiles.get());
    } else {
      engine.handle(exchange);
    }
  }

  @Override
  public CompletableFuture<Void> close() {
    return end.get();
  }
}
