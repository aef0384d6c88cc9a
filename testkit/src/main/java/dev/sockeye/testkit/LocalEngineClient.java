// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.server.EngineServer;

/** A client on the host without sockets. */
final class LocalEngineClient implements EngineClient {
  private final LocalHost host;

  LocalEngineClient(EngineServer engine) {
    this.host = LocalHost.of(engine);
  }

  @Override
  public Answer send(String method, String query, Headers headers, String body) {
    LocalRequest request = new LocalRequest(method, host.path(), query, headers);
    LocalExchange exchange = host.submit(request, host.scheduler());
    if (!body.isEmpty()) {
      exchange.sendChunk(body.getBytes(UTF_8));
    }
    exchange.endBody();
    host.runPending();
    return new Answer(exchange.status(), exchange.response().headers(), exchange.body());
  }

  @Override
  public Answer upgrade(String query, Headers headers) {
    LocalRequest request = new LocalRequest("GET", host.path(), query, headers);
    LocalUpgrade upgrade = host.submitUpgrade(request, host.scheduler());
    host.runPending();
    return upgrade.isAccepted()
        ? new Answer(101, upgrade.acceptHeaders(), "")
        : new Answer(upgrade.status(), upgrade.response().headers(), upgrade.body());
  }

  @Override
  public void close() {}
}
