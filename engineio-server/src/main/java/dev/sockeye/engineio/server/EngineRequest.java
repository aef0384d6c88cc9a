// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.ProtocolVersion;
import dev.sockeye.engineio.server.spi.HttpExchange;
import dev.sockeye.engineio.server.spi.HttpResponse;
import dev.sockeye.engineio.server.spi.WebSocketUpgrade;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request to the engine, as far as it is understood.
 *
 * @param exchange where it came from and where the response goes
 * @param query its decoded query parameters
 */
record EngineRequest(HttpExchange exchange, Map<String, String> query) {
  private static final SharedTexts TEXTS = new SharedTexts();

  static EngineRequest of(HttpExchange exchange) {
    return new EngineRequest(exchange, QueryString.parse(exchange.query()));
  }

  /** The transport that it asks for; empty if it doesn't say. */
  String transport() {
    return query.getOrDefault("transport", "");
  }

  /** The session to which it belongs; empty if it wants a new one, as the reference sees it too. */
  String sid() {
    return query.getOrDefault("sid", "");
  }

  /** Everything but {@code EIO=4} is revision 3, as the reference sees it. */
  ProtocolVersion protocol() {
    return "4".equals(query.get("EIO")) ? ProtocolVersion.V4 : ProtocolVersion.V3;
  }

  /** Whether the peer wants blobs as text. */
  boolean base64() {
    return !query.getOrDefault("b64", "").isEmpty();
  }

  /** The request for a WebSocket, if it is one. */
  @Nullable WebSocketUpgrade upgrade() {
    return exchange instanceof WebSocketUpgrade upgrade ? upgrade : null;
  }

  /** What is kept of it. */
  Request toRequest() {
    return new Request(
        exchange.method(),
        TEXTS.share(exchange.path()),
        TEXTS.share(exchange.query()),
        TEXTS.share(exchange.headers()),
        exchange.remoteAddress(),
        exchange.isSecure());
  }

  /** Answers with an error, in JSON, or as plain text where a WebSocket was asked for. */
  void refuse(EngineError error) {
    if (upgrade() != null) {
      Headers headers = Headers.of("Content-type", "text/html");
      exchange.respond(new HttpResponse(400, headers, error.message().getBytes(UTF_8), true));
    } else {
      String json = "{\"code\":" + error.code() + ",\"message\":\"" + error.message() + "\"}";
      Headers headers = Headers.of("Content-Type", "application/json");
      exchange.respond(HttpResponse.of(error.status(), headers, json.getBytes(UTF_8)));
    }
  }
}
