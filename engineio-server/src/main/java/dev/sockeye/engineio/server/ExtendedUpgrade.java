// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.server.spi.Scheduler;
import dev.sockeye.engineio.server.spi.WebSocketListener;
import dev.sockeye.engineio.server.spi.WebSocketUpgrade;

/** A request for a WebSocket whose 101 gets more headers. */
final class ExtendedUpgrade extends ExtendedExchange implements WebSocketUpgrade {
  private final WebSocketUpgrade upgrade;

  ExtendedUpgrade(WebSocketUpgrade upgrade, Request request) {
    super(upgrade, request);
    this.upgrade = upgrade;
  }

  @Override
  public void accept(
      Headers headers, int maxMessageBytes, Scheduler scheduler, WebSocketListener listener) {
    Headers all = AddedHeaders.merged(headers, added());
    upgrade.accept(all, maxMessageBytes, scheduler, listener);
  }
}
