// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A cookie as a client keeps it (RFC 6265 §5.3).
 *
 * @param name the name, not empty
 * @param value byte for byte as it was set: neither decoded nor without its quotes
 * @param domain the host, or the domain to whose hosts it is sent: in lower case, in ASCII, without
 *     a leading dot, an IPv6 address without brackets
 * @param hostOnly whether it is sent to that very host only
 * @param path the path at and below which it is sent, beginning with a slash
 * @param secure whether it is sent over TLS only, or to this machine
 * @param httpOnly whether a browser would hide it from scripts; without effect here
 * @param expires when it is forgotten; null if it lasts as long as its store
 */
public record Cookie(
    String name,
    String value,
    String domain,
    boolean hostOnly,
    String path,
    boolean secure,
    boolean httpOnly,
    @Nullable Instant expires) {
  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if one could not have come from a {@code Set-Cookie} header
   */
  public Cookie {
    checkText("name", name, name.isEmpty() || containsAny(name, "=;\t"));
    checkText("value", value, value.indexOf(';') >= 0);
    checkText("domain", domain, domain.isEmpty() || !domain.equals(CookieOrigin.canonical(domain)));
    checkText("path", path, !path.startsWith("/") || containsAny(path, "\t"));
  }

  private static boolean containsAny(String text, String characters) {
    return characters.chars().anyMatch(c -> text.indexOf(c) >= 0);
  }

  private static void checkText(String part, String text, boolean wrong) {
    if (wrong || SetCookieLine.firstIllegal(text) >= 0) {
      throw new IllegalArgumentException(
          part.equals("value")
              ? "the value of a cookie has neither semicolons nor control characters"
              : "'" + text + "' can't be the " + part + " of a cookie");
    }
  }

  /** Whether its time is over. */
  boolean isExpired(Instant now) {
    return expires != null && !expires.isAfter(now);
  }

  /** For logs: without the value, which may be a secret. */
  @Override
  public String toString() {
    return "Cookie[%s, domain=%s%s, path=%s%s%s%s]"
        .formatted(
            name,
            domain,
            hostOnly ? " only" : "",
            path,
            secure ? ", secure" : "",
            httpOnly ? ", httpOnly" : "",
            expires == null ? "" : ", expires=" + expires);
  }
}
