// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.server.spi.WebSocketTerms;
import dev.sockeye.engineio.server.spi.WebSocketUpgrade;
import dev.sockeye.engineio.spi.Scheduler;
import dev.sockeye.engineio.spi.WebSocketListener;

/** A request for a WebSocket whose 101 gets more headers. */
final class ExtendedUpgrade extends ExtendedExchange implements WebSocketUpgrade {
  private final WebSocketUpgrade upgrade;

  ExtendedUpgrade(WebSocketUpgrade upgrade, Request request) {
    super(upgrade, request);
    this.upgrade = upgrade;
  }

  @Override
  public void accept(
      Headers headers, WebSocketTerms terms, Scheduler scheduler, WebSocketListener listener) {
    upgrade.accept(AddedHeaders.merged(headers, added()), terms, scheduler, listener);
  }
}
