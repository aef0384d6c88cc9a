// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The text of a JSON string that is known to be well-formed, its quotes included in the range. */
final class JsonString {
  private JsonString() {}

  static boolean hasEscapes(byte[] json, int from, int to) {
    for (int i = from; i < to; i++) {
      if (json[i] == '\\') {
        return true;
      }
    }
    return false;
  }

  /** The text, its escapes resolved; a lone surrogate stays one. */
  static String unescape(byte[] json, int from, int to) {
    String raw = new String(json, from + 1, to - from - 2, UTF_8);
    StringBuilder text = new StringBuilder(raw.length());
    int i = 0;
    while (i < raw.length()) {
      char c = raw.charAt(i++);
      if (c != '\\') {
        text.append(c);
        continue;
      }
      char escape = raw.charAt(i++);
      if (escape == 'u') {
        text.append((char) Integer.parseInt(raw, i, i + 4, 16));
        i += 4;
      } else {
        text.append(simple(escape));
      }
    }
    return text.toString();
  }

  private static char simple(char escape) {
    return switch (escape) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> escape;
    };
  }
}
