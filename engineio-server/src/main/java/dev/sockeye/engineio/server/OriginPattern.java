// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a list of origins: {@code https://app.example:8443} is that origin, {@code
 * https://*.app.example} all subdomains of a host, however deep, {@code null} the origin of
 * sandboxed pages and local files.
 */
final class OriginPattern {
  private static final Pattern SYNTAX =
      Pattern.compile(
          "null|file://"
              + "|(?<scheme>[a-z][a-z0-9+.-]*://)(?<wildcard>\\*)?"
              + "(?<host>[a-z0-9._-]+|\\[[0-9a-f:.]+])(?<port>:[0-9]{1,5})?");

  // The whole origin, or what comes before the star.
  private final String start;
  // What comes after the star, beginning with a dot; empty if there is none.
  private final String end;

  private OriginPattern(String start, String end) {
    this.start = start;
    this.end = end;
  }

  /**
   * Reads an entry; its case doesn't matter, nor does a port that is the scheme's own.
   *
   * @throws IllegalArgumentException if it is no origin
   */
  static OriginPattern parse(String text) {
    Matcher parts = SYNTAX.matcher(text.toLowerCase(Locale.ROOT));
    if (!parts.matches()) {
      throw refused(text);
    }
    String scheme = parts.group("scheme");
    if (scheme == null) {
      return new OriginPattern(parts.group(), "");
    }
    String host = parts.group("host") + port(scheme, parts.group("port"));
    boolean wildcard = parts.group("wildcard") != null;
    if (wildcard != host.startsWith(".")) {
      throw refused(text);
    }
    return wildcard ? new OriginPattern(scheme, host) : new OriginPattern(scheme + host, "");
  }

  private static String port(String scheme, @Nullable String port) {
    return port == null || port.equals(defaultPort(scheme)) ? "" : port;
  }

  /** The port that browsers leave out, with its colon; empty for an unknown scheme. */
  static String defaultPort(String scheme) {
    return switch (scheme) {
      case "http://" -> ":80";
      case "https://" -> ":443";
      default -> "";
    };
  }

  private static IllegalArgumentException refused(String text) {
    return new IllegalArgumentException(
        "'"
            + text.replaceAll("\\p{Cntrl}", "?")
            + "' is no origin: write scheme://host or scheme://host:port without a path or a slash"
            + " at its end, scheme://*.host for all subdomains, or null");
  }

  /** Whether there is a star. */
  boolean isWildcard() {
    return !end.isEmpty();
  }

  /** Whether an {@code Origin} header, as sent, is meant. */
  boolean matches(String origin) {
    if (!isWildcard()) {
      return origin.equals(start);
    }
    int subdomainEnd = origin.length() - end.length();
    return subdomainEnd > start.length()
        && origin.startsWith(start)
        && origin.endsWith(end)
        && isHost(origin, start.length(), subdomainEnd);
  }

  // Without this check "https://evil.example#.app.example" would be a subdomain of app.example.
  private static boolean isHost(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      boolean isLetterOrDigit = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      if (!isLetterOrDigit && c != '-' && c != '_' && c != '.') {
        return false;
      }
    }
    return true;
  }

  /** As it stands in a header. */
  @Override
  public String toString() {
    return isWildcard() ? start + '*' + end : start;
  }
}
