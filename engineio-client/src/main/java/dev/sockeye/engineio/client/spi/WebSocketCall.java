// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client.spi;

import dev.sockeye.engineio.Headers;
import java.util.List;
import java.util.Objects;

/**
 * The handshake of a WebSocket.
 *
 * @param route where it goes
 * @param target the path and the query, encoded as they are sent
 * @param headers all but those of the WebSocket handshake itself, which the network adds
 * @param protocols the subprotocols that are offered, in the order of preference
 * @param terms what is asked of the WebSocket
 */
public record WebSocketCall(
    Route route, String target, Headers headers, List<String> protocols, WebSocketTerms terms) {
  /** Checks and copies the parts. */
  public WebSocketCall {
    Objects.requireNonNull(route, "route");
    HttpCall.checkTarget(target);
    Objects.requireNonNull(headers, "headers");
    Objects.requireNonNull(terms, "terms");
    protocols = List.copyOf(protocols);
  }
}
