// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sockeye.engineio.server.spi.HttpExchange;
import dev.sockeye.engineio.server.spi.HttpResponse;
import java.io.ByteArrayOutputStream;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The fields of a form, as a browser posts them. */
record Form(Map<String, String> fields) {
  private static final int MAX_BYTES = 4096;

  /** The value of a field; empty if there is none. */
  String field(String name) {
    return fields.getOrDefault(name, "");
  }

  /** Reads a request's form, or answers the request if it has none that makes sense. */
  static void read(HttpExchange exchange, Consumer<? super Form> then) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    exchange.readBody(
        new HttpExchange.BodyReader() {
          @Override
          public boolean onChunk(byte[] chunk) {
            boolean fits = body.size() + chunk.length <= MAX_BYTES;
            if (fits) {
              body.writeBytes(chunk);
            } else {
              exchange.respond(HttpResponse.empty(413));
            }
            return fits;
          }

          @Override
          public void onEnd() {
            Form form;
            try {
              form = parse(body.toString(UTF_8));
            } catch (IllegalArgumentException e) {
              exchange.respond(HttpResponse.empty(400));
              return;
            }
            then.accept(form);
          }
        });
  }

  /**
   * Reads {@code application/x-www-form-urlencoded}; of fields of one name the first counts.
   *
   * @throws IllegalArgumentException if a percent sign isn't followed by two digits
   */
  static Form parse(String body) {
    Map<String, String> fields = new HashMap<>();
    for (String pair : body.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.putIfAbsent(
            URLDecoder.decode(pair.substring(0, equals), UTF_8),
            URLDecoder.decode(pair.substring(equals + 1), UTF_8));
      }
    }
    return new Form(Map.copyOf(fields));
  }
}
