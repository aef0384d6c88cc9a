// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A {@code Set-Cookie} header, read as RFC 6265 §5.2 wants it. Of several attributes of one name
 * the last counts. {@code SameSite}, {@code Partitioned} and unknown attributes are passed over:
 * there is no page here from whose site a request could differ.
 *
 * <pre>
 * AWSALB=x/+=; Max-Age=604800; Path=/                name AWSALB, value x/+=
 * sid="a b"; path=/; HTTPONLY; expires=rubbish       value "a b" with its quotes, lasts for ever
 * novalue                                            refused, as are control characters
 * </pre>
 *
 * <p>Where the successor of the RFC (6265bis), which browsers follow, says more, so does this:
 * control characters refuse the cookie, attributes over 1024 bytes are passed over, and an empty
 * domain undoes one that came before. Where browsers keep a cookie without a name, this doesn't.
 *
 * @param name not empty
 * @param value byte for byte
 * @param domain in lower case and without the leading dot; null if there is none
 * @param path null if there is none that begins with a slash
 * @param maxAge in seconds; null if there is none
 * @param expires null if there is none that can be read
 */
record SetCookieLine(
    String name,
    String value,
    @Nullable String domain,
    @Nullable String path,
    boolean secure,
    boolean httpOnly,
    @Nullable Long maxAge,
    @Nullable Instant expires) {
  private static final int MAX_ATTRIBUTE = 1024;
  private static final int MAX_DIGITS = 12;

  /** The end of the years with four digits: later ones are told to nobody. */
  private static final Instant END = Instant.parse("9999-12-31T23:59:59Z");

  /**
   * @throws IllegalArgumentException if the line has to be passed over; says why, without the value
   */
  static SetCookieLine parse(String line) {
    int illegal = firstIllegal(line);
    if (illegal >= 0) {
      throw new IllegalArgumentException(
          "it has the character U+%04X at index %d".formatted((int) line.charAt(illegal), illegal));
    }
    int end = endOfPart(line, 0);
    int equals = line.indexOf('=');
    if (equals < 0 || equals > end || strip(line.substring(0, equals)).isEmpty()) {
      throw new IllegalArgumentException("it has no name");
    }
    Builder builder =
        new Builder(strip(line.substring(0, equals)), strip(line.substring(equals + 1, end)));
    while (end < line.length()) {
      int start = end + 1;
      end = endOfPart(line, start);
      builder.attribute(line.substring(start, end));
    }
    return builder.build();
  }

  private static int endOfPart(String line, int start) {
    int semicolon = line.indexOf(';', start);
    return semicolon < 0 ? line.length() : semicolon;
  }

  /** The index of a character that no header may have, or more than a byte; -1 if there is none. */
  static int firstIllegal(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < ' ' && c != '\t') || c == 0x7f || c > 0xff) {
        return i;
      }
    }
    return -1;
  }

  /** Without spaces and tabs at its ends. */
  static String strip(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  /** When the cookie expires: Max-Age goes before Expires, in whatever order they come. */
  @Nullable Instant expiry(Instant now) {
    if (maxAge == null) {
      return expires;
    }
    if (maxAge <= 0) {
      return Instant.EPOCH;
    }
    Instant expiry = now.plusSeconds(maxAge);
    return expiry.isAfter(END) ? END : expiry;
  }

  /** Gathers attributes. */
  private static final class Builder {
    private final String name;
    private final String value;
    private @Nullable String domain;
    private @Nullable String path;
    private boolean secure;
    private boolean httpOnly;
    private @Nullable Long maxAge;
    private @Nullable Instant expires;

    Builder(String name, String value) {
      this.name = name;
      this.value = value;
    }

    void attribute(String part) {
      int equals = part.indexOf('=');
      String key = strip(equals < 0 ? part : part.substring(0, equals));
      String text = equals < 0 ? "" : strip(part.substring(equals + 1));
      if (text.length() > MAX_ATTRIBUTE) {
        return;
      }
      switch (key.toLowerCase(Locale.ROOT)) {
        case "domain" -> domain = domain(text);
        case "path" -> path = text.startsWith("/") ? text : null;
        case "secure" -> secure = true;
        case "httponly" -> httpOnly = true;
        case "max-age" -> maxAge = seconds(text, maxAge);
        case "expires" -> expires = CookieDate.parse(text).orElse(expires);
        default -> {
          // Without a meaning here.
        }
      }
    }

    private static @Nullable String domain(String text) {
      String domain = text.startsWith(".") ? text.substring(1) : text;
      return domain.isEmpty() ? null : domain.toLowerCase(Locale.ROOT);
    }

    /** A number that is too long is a very large one; what is no number doesn't count. */
    private static @Nullable Long seconds(String text, @Nullable Long before) {
      if (!text.matches("-?[0-9]+")) {
        return before;
      }
      return text.startsWith("-")
          ? -1L
          : Long.parseLong(text.length() > MAX_DIGITS ? "9".repeat(MAX_DIGITS) : text);
    }

    SetCookieLine build() {
      return new SetCookieLine(name, value, domain, path, secure, httpOnly, maxAge, expires);
    }
  }
}
