// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.Packet;
import dev.sockeye.engineio.PayloadCodec;
import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.server.spi.HttpExchange;
import dev.sockeye.engineio.server.spi.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The responses of HTTP long-polling, header by header as the reference sends them. */
final class PollingResponses {
  private static final byte[] OK = "ok".getBytes(UTF_8);

  private PollingResponses() {}

  /**
   * The answer to a GET, compressed where that pays and all messages allow it.
   *
   * @param base64 whether the peer wants blobs as text
   */
  static HttpResponse messages(
      List<Message> messages,
      PayloadCodec codec,
      boolean base64,
      @Nullable Jsonp jsonp,
      EngineOptions options,
      HttpExchange exchange) {
    List<Packet> packets = new ArrayList<>(messages.size());
    boolean compress = options.httpCompression();
    for (Message message : messages) {
      message.addPacketsTo(packets);
      compress &= message.compress();
    }
    RawData payload = codec.encode(packets, base64);
    HttpResponse response = payload(payload, jsonp, exchange);
    boolean worthwhile = payload.length() >= options.httpCompressionThreshold();
    return compress && worthwhile ? compressed(response, exchange) : response;
  }

  /**
   * The answer to a GET.
   *
   * @param jsonp makes a script of it; null for all who can read a payload
   */
  static HttpResponse payload(RawData payload, @Nullable Jsonp jsonp, HttpExchange exchange) {
    if (jsonp != null) {
      return HttpResponse.of(
          200, headers("text/javascript; charset=UTF-8", exchange), bytes(jsonp.script(payload)));
    }
    String type = payload.isBinary() ? "application/octet-stream" : "text/plain; charset=UTF-8";
    return HttpResponse.of(200, headers(type, exchange), bytes(payload));
  }

  /** An answer in the coding that the client accepts and likes best. */
  static HttpResponse compressed(HttpResponse plain, HttpExchange exchange) {
    return ContentCoding.best(exchange.headers().all("Accept-Encoding"))
        .map(
            coding ->
                HttpResponse.of(
                    plain.status(),
                    plain.headers().add("Content-Encoding", coding.wireName()),
                    coding.encode(plain.body())))
        .orElse(plain);
  }

  /** The answer to a POST: {@code text/html}, or else some browsers offer it as a download. */
  static HttpResponse ok(HttpExchange exchange) {
    return HttpResponse.of(200, headers("text/html", exchange), OK);
  }

  private static Headers headers(String contentType, HttpExchange exchange) {
    Headers headers = Headers.of("Content-Type", contentType);
    String agent = exchange.headers().first("User-Agent").orElse("");
    if (agent.contains(";MSIE") || agent.contains("Trident/")) {
      // Internet Explorer's filter takes some payloads for an attack.
      headers.add("X-XSS-Protection", "0");
    }
    return headers.add("cache-control", "no-store");
  }

  private static byte[] bytes(RawData payload) {
    byte[] array = payload.array();
    int from = payload.offset();
    return from == 0 && payload.length() == array.length
        ? array
        : Arrays.copyOfRange(array, from, from + payload.length());
  }
}
