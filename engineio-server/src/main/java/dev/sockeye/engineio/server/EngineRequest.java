// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.JsonText;
import dev.sockeye.engineio.ProtocolVersion;
import dev.sockeye.engineio.server.spi.HttpExchange;
import dev.sockeye.engineio.server.spi.HttpResponse;
import dev.sockeye.engineio.server.spi.WebSocketUpgrade;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One HTTP request to the engine, as far as it is understood. For one thread at a time. */
final class EngineRequest {
  private static final SharedTexts TEXTS = new SharedTexts();

  private final Map<String, String> query;
  private final @Nullable TrustedProxies proxies;

  /** Replaced once, when the first header is to be added to the response. */
  private HttpExchange exchange;

  /** Null until somebody wants to see it. */
  private @Nullable Request request;

  private EngineRequest(HttpExchange exchange, @Nullable TrustedProxies proxies) {
    this.exchange = exchange;
    this.proxies = proxies;
    this.query = QueryString.parse(exchange.query());
    this.request = exchange instanceof ExtendedExchange extended ? extended.request() : null;
  }

  /** What an exchange asks for; the same exchange may come here several times. */
  static EngineRequest of(HttpExchange exchange, @Nullable TrustedProxies proxies) {
    return new EngineRequest(exchange, proxies);
  }

  /** Where it came from and where the response goes. */
  HttpExchange exchange() {
    return exchange;
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

  /** Whether the client's connection is encrypted, as far as is known. */
  boolean isSecure() {
    return proxies == null ? exchange.isSecure() : request().secure();
  }

  /** What applications see of it, and what is kept of it; made at the first call. */
  Request request() {
    if (request == null) {
      ClientAddress client = client();
      request =
          new Request(
              exchange.method(),
              TEXTS.share(exchange.path()),
              // A session's id must not outlive it here.
              sid().isEmpty() ? TEXTS.share(exchange.query()) : exchange.query(),
              TEXTS.share(exchange.headers()),
              client.address(),
              client.secure(),
              exchange.clientCertificates());
    }
    return request;
  }

  private ClientAddress client() {
    return proxies == null
        ? new ClientAddress(exchange.remoteAddress(), exchange.isSecure())
        : proxies.resolve(exchange.remoteAddress(), exchange.isSecure(), exchange.headers());
  }

  /** The exchange as one whose response gets more headers than its own, from now on. */
  ExtendedExchange extended() {
    if (exchange instanceof ExtendedExchange extended) {
      return extended;
    }
    ExtendedExchange extended =
        exchange instanceof WebSocketUpgrade upgrade
            ? new ExtendedUpgrade(upgrade, request())
            : new ExtendedExchange(exchange, request());
    exchange = extended;
    return extended;
  }

  /** Answers with an error, in JSON, or as plain text where a WebSocket was asked for. */
  void refuse(Refusal refusal) {
    if (upgrade() != null) {
      Headers headers = Headers.of("Content-type", "text/html");
      exchange.respond(new HttpResponse(400, headers, refusal.message().getBytes(UTF_8), true));
    } else {
      StringBuilder json =
          new StringBuilder(64).append("{\"code\":").append(refusal.error().code());
      JsonText.append(refusal.message(), json.append(",\"message\":"));
      byte[] body = json.append('}').toString().getBytes(UTF_8);
      Headers headers = Headers.of("Content-Type", "application/json");
      exchange.respond(HttpResponse.of(refusal.status(), headers, body));
    }
  }
}
