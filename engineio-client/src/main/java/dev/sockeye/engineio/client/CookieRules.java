// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which cookies a host may set (RFC 6265 §5.3, and its successor where browsers follow that). */
final class CookieRules {
  private CookieRules() {}

  /**
   * Makes a cookie of what a response says.
   *
   * @throws IllegalArgumentException if that host may not set it; says why, without the value
   */
  static Cookie accept(CookieOrigin origin, SetCookieLine line, int maxBytes, Instant now) {
    int bytes = line.name().length() + line.value().length();
    if (bytes > maxBytes) {
      throw refused(
          line,
          "name and value have %d bytes, and maxCookieBytes is %d".formatted(bytes, maxBytes));
    }
    @Nullable String domain = domain(origin, line);
    checkSecure(origin, line);
    checkPrefix(line);
    return new Cookie(
        line.name(),
        line.value(),
        domain == null ? origin.host() : domain,
        domain == null,
        line.path() == null ? origin.defaultPath() : line.path(),
        line.secure(),
        line.httpOnly(),
        line.expiry(now));
  }

  /** The domain of a cookie; null if it is for the host only. */
  private static @Nullable String domain(CookieOrigin origin, SetCookieLine line) {
    if (line.domain() == null) {
      return null;
    }
    String domain = CookieOrigin.canonical(line.domain());
    if (!origin.isWithin(domain)) {
      throw refused(line, origin.host() + " is not within its domain " + domain);
    }
    if (CookieOrigin.isAddress(domain)) {
      return null;
    }
    if (!PublicSuffixes.contains(domain)) {
      return domain;
    }
    if (domain.equals(origin.host())) {
      return null;
    }
    throw refused(line, "its domain " + domain + " is a public suffix: strangers share it");
  }

  private static void checkSecure(CookieOrigin origin, SetCookieLine line) {
    if (line.secure() && !origin.secure()) {
      throw refused(line, "it is Secure, but came over a connection without TLS");
    }
  }

  // Without a look at the case: a server that ignores it must not be deceived.
  private static void checkPrefix(SetCookieLine line) {
    String name = line.name().toLowerCase(Locale.ROOT);
    if (name.startsWith("__secure-") && !line.secure()) {
      throw refused(line, "the prefix __Secure- needs Secure");
    }
    boolean boundToHost = line.secure() && line.domain() == null && "/".equals(line.path());
    if (name.startsWith("__host-") && !boundToHost) {
      throw refused(line, "the prefix __Host- needs Secure, Path=/ and no Domain");
    }
  }

  static IllegalArgumentException refused(SetCookieLine line, String reason) {
    return new IllegalArgumentException("cookie '" + line.name() + "': " + reason);
  }
}
