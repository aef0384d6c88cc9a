// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio;

import static dev.sockeye.engineio.CookieAttribute.DOMAIN;
import static dev.sockeye.engineio.CookieAttribute.PARTITIONED;
import static dev.sockeye.engineio.CookieAttribute.PATH;
import static dev.sockeye.engineio.CookieAttribute.SAME_SITE;
import static dev.sockeye.engineio.CookieAttribute.SECURE;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * What RFC 6265 and its successor allow in a cookie. A browser drops a cookie that breaks a rule,
 * and says so to nobody; here it fails before it is sent.
 */
final class CookieRules {
  private static final String NOT_IN_TOKENS = "()<>@,;:\\\"/[]?={}";
  private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
  private static final Pattern HOST = Pattern.compile("\\.?" + LABEL + "(?:\\." + LABEL + ")*");
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);
  private static final Instant FIRST_DATE = Instant.parse("1601-01-01T00:00:00Z");
  private static final Instant END_OF_DATES = Instant.parse("+10000-01-01T00:00:00Z");

  // RFC 6265bis §5.6: browsers ignore what is longer.
  private static final int MAX_PAIR = 4096;
  private static final int MAX_ATTRIBUTE = 1024;

  private CookieRules() {}

  static String name(String name) {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("a cookie's name must not be empty");
    }
    return allowed("name", name, c -> c > ' ' && c < 0x7f && NOT_IN_TOKENS.indexOf(c) < 0);
  }

  /** Checks a value that is encoded already; quotes around the whole are allowed. */
  static String value(String name, String value) {
    if (name.length() + value.length() > MAX_PAIR) {
      throw new IllegalArgumentException(
          "the name and value of cookie '%s' have %d bytes; browsers drop more than %d"
              .formatted(name, name.length() + value.length(), MAX_PAIR));
    }
    boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    allowed(
        "value (after encoding)",
        quoted ? value.substring(1, value.length() - 1) : value,
        c -> c > ' ' && c < 0x7f && "\",;\\".indexOf(c) < 0);
    return value;
  }

  static String domain(String domain) {
    if (domain.length() > 254 || !HOST.matcher(domain).matches()) {
      throw new IllegalArgumentException(
          "the cookie domain '%s' is no host name (letters, digits, hyphens and dots)"
              .formatted(printable(domain)));
    }
    return domain;
  }

  static String path(String path) {
    if (!path.startsWith("/") || path.length() > MAX_ATTRIBUTE) {
      throw new IllegalArgumentException(
          "the cookie path '%s' must begin with '/' and have at most %d characters, or browsers"
                  .formatted(printable(path), MAX_ATTRIBUTE)
              + " use the request's; withoutPath() leaves it out");
    }
    return allowed("path", path, c -> c >= ' ' && c < 0x7f && c != ';');
  }

  static String date(Instant instant) {
    if (instant.isBefore(FIRST_DATE) || !instant.isBefore(END_OF_DATES)) {
      throw new IllegalArgumentException(
          "a cookie's expiry must lie in the years 1601 to 9999: " + instant);
    }
    return HTTP_DATE.format(instant);
  }

  /** Checks the rules that tie attributes to each other and to the name. */
  static void together(String name, Map<CookieAttribute, String> attributes) {
    if (!attributes.containsKey(SECURE)) {
      if (SameSite.NONE.wire().equals(attributes.get(SAME_SITE))) {
        throw refused(name, "SameSite=None needs Secure");
      }
      if (attributes.containsKey(PARTITIONED)) {
        throw refused(name, "Partitioned needs Secure");
      }
      if (hasPrefix(name, "__Secure-")) {
        throw refused(name, "the prefix __Secure- needs Secure, on every response");
      }
    }
    boolean boundToHost =
        attributes.containsKey(SECURE)
            && "/".equals(attributes.get(PATH))
            && !attributes.containsKey(DOMAIN);
    if (hasPrefix(name, "__Host-") && !boundToHost) {
      throw refused(
          name, "the prefix __Host- needs Secure, on every response, Path=/ and no Domain");
    }
  }

  // Browsers ignore the case of a prefix, so that a server that does so too can't be deceived.
  private static boolean hasPrefix(String name, String prefix) {
    return name.regionMatches(true, 0, prefix, 0, prefix.length());
  }

  private static IllegalArgumentException refused(String name, String rule) {
    return new IllegalArgumentException(
        "cookie '" + name + "': " + rule + ", or browsers drop the cookie");
  }

  private static String allowed(String part, String text, IntPredicate isAllowed) {
    for (int i = 0; i < text.length(); i++) {
      if (!isAllowed.test(text.charAt(i))) {
        throw new IllegalArgumentException(
            "the cookie %s '%s' has an illegal character (U+%04X) at index %d"
                .formatted(part, printable(text), (int) text.charAt(i), i));
      }
    }
    return text;
  }

  private static String printable(String text) {
    String start = text.length() > 80 ? text.substring(0, 80) + "…" : text;
    return start.replaceAll("\\p{Cntrl}", "?");
  }
}
