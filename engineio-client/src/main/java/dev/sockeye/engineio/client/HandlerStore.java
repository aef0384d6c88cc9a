// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieHandler;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;

/**
 * The cookies of a {@link CookieHandler}, whose best known kind speaks RFC 2965: a cookie with
 * {@code Max-Age} and without {@code Expires} would be sent as {@code $Version="1";
 * AWSALB="x";$Path="/"}.
 */
final class HandlerStore implements CookieStore {
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  private final CookieHandler handler;

  HandlerStore(CookieHandler handler) {
    this.handler = Objects.requireNonNull(handler, "handler");
  }

  @Override
  public String load(URI uri) {
    List<String> lines = new ArrayList<>(2);
    try {
      handler
          .get(http(uri), Map.of())
          .forEach(
              (name, values) -> {
                if (name.equalsIgnoreCase("Cookie")) {
                  lines.addAll(values);
                }
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return modern(lines);
  }

  /** Without what RFC 2965 adds; its values have quotes that RFC 6265 would send on. */
  private static String modern(List<String> lines) {
    boolean old = lines.stream().anyMatch(line -> line.startsWith("$"));
    StringJoiner header = new StringJoiner("; ");
    for (String line : lines) {
      for (String part : line.split(";", -1)) {
        String pair = SetCookieLine.strip(part);
        if (!pair.isEmpty() && !pair.startsWith("$")) {
          header.add(old ? unquoted(pair) : pair);
        }
      }
    }
    return header.toString();
  }

  private static String unquoted(String pair) {
    int quote = pair.indexOf('=') + 1;
    return quote > 0
            && pair.length() > quote + 1
            && pair.startsWith("\"", quote)
            && pair.endsWith("\"")
        ? pair.substring(0, quote) + pair.substring(quote + 1, pair.length() - 1)
        : pair;
  }

  @Override
  public void store(URI uri, List<String> setCookies) {
    List<String> lines = new ArrayList<>(setCookies.size());
    for (String line : setCookies) {
      try {
        lines.add(old(SetCookieLine.parse(line), Instant.now()));
      } catch (IllegalArgumentException e) {
        // As any other store: what breaks the rules is passed over.
      }
    }
    if (lines.isEmpty()) {
      return;
    }
    try {
      handler.put(http(uri), Map.of("Set-Cookie", lines));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * As RFC 2965 understands it: a domain with a dot in front, and a date, since a {@code Max-Age}
   * alone would make it the newer kind of cookie, of which {@link #modern} tells.
   */
  private static String old(SetCookieLine line, Instant now) {
    StringBuilder text = new StringBuilder(line.name()).append('=').append(line.value());
    if (line.domain() != null) {
      text.append("; Domain=")
          .append(CookieOrigin.isAddress(line.domain()) ? "" : ".")
          .append(line.domain());
    }
    if (line.path() != null) {
      text.append("; Path=").append(line.path());
    }
    Instant expires = line.expiry(now);
    if (expires != null) {
      text.append("; Expires=").append(HTTP_DATE.format(expires));
    }
    return text.append(line.secure() ? "; Secure" : "")
        .append(line.httpOnly() ? "; HttpOnly" : "")
        .toString();
  }

  /** The JDK sends {@code Secure} cookies to {@code https} only, and has never heard of wss. */
  private static URI http(URI uri) {
    String text = uri.toString();
    return text.regionMatches(true, 0, "ws", 0, 2) ? URI.create("http" + text.substring(2)) : uri;
  }
}
