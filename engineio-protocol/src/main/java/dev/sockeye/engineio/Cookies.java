// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the cookies of a request, as {@code parse} of the npm package {@code cookie} 0.7 does.
 *
 * <pre>
 * Cookie: a=1; b="x y"; c=%E4%BD%A0; a=2     a → 1, b → x y, c → 你
 * </pre>
 */
public final class Cookies {
  private Cookies() {}

  /**
   * The cookies by name, in the order of the header; unmodifiable.
   *
   * <p>Of several cookies of one name the first counts, which is the one with the longest path (RFC
   * 6265 §5.4). White space around names and values doesn't count, nor do quotes around a value. A
   * value is percent-decoded; where that fails, it stays as it was sent. What has no equals sign is
   * skipped. Never throws, whatever the client has sent.
   *
   * @param headerLines the values of all {@code Cookie} headers: HTTP/2 may split them
   */
  public static Map<String, String> parse(List<String> headerLines) {
    Map<String, String> cookies = new LinkedHashMap<>();
    for (String line : headerLines) {
      for (int start = 0; start < line.length(); ) {
        int semicolon = line.indexOf(';', start);
        int end = semicolon < 0 ? line.length() : semicolon;
        addPair(line, start, end, cookies);
        start = end + 1;
      }
    }
    return Collections.unmodifiableMap(cookies);
  }

  private static void addPair(String line, int start, int end, Map<String, String> cookies) {
    int equals = start;
    while (equals < end && line.charAt(equals) != '=') {
      equals++;
    }
    if (equals == end) {
      return;
    }
    String name = trimmed(line, start, equals);
    if (!cookies.containsKey(name)) {
      cookies.put(name, UriComponent.decode(unquoted(trimmed(line, equals + 1, end))));
    }
  }

  /** Without spaces and tabs at its ends; other white space is part of it. */
  private static String trimmed(String line, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && isBlank(line.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(line.charAt(end - 1))) {
      end--;
    }
    return line.substring(start, end);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private static String unquoted(String value) {
    if (value.startsWith("\"") && value.endsWith("\"")) {
      return value.length() > 1 ? value.substring(1, value.length() - 1) : "";
    }
    return value;
  }
}
