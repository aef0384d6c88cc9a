// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.Headers;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code Forwarded: for=192.0.2.60;proto=https, for="[2001:db8::17]:4711"} (RFC 7239). */
final class ForwardedHops implements ProxyHops {
  private final ListFromEnd elements;

  ForwardedHops(Headers headers) {
    elements = new ListFromEnd(headers.all("Forwarded"));
  }

  @Override
  public @Nullable ProxyHop next() {
    String element = elements.next();
    if (element == null) {
      return null;
    }
    Map<String, String> parameters = parameters(element);
    return ProxyHop.of(parameters.get("for"), parameters.get("proto"));
  }

  /** By name in lower case; of two of one name, the first. What isn't a pair is skipped. */
  private static Map<String, String> parameters(String element) {
    Map<String, String> parameters = new HashMap<>();
    for (int start = 0; start < element.length(); ) {
      int end = endOfPair(element, start);
      String pair = element.substring(start, end);
      int equals = pair.indexOf('=');
      if (equals > 0) {
        String name = pair.substring(0, equals).strip().toLowerCase(Locale.ROOT);
        parameters.putIfAbsent(name, unquoted(pair.substring(equals + 1).strip()));
      }
      start = end + 1;
    }
    return parameters;
  }

  private static int endOfPair(String element, int start) {
    boolean quoted = false;
    for (int i = start; i < element.length(); i++) {
      char c = element.charAt(i);
      if (c == ';' && !quoted) {
        return i;
      }
      if (c == '\\' && quoted) {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      }
    }
    return element.length();
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1") : value;
  }
}
