// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio;

/** Writes strings as JSON, escaped exactly where {@code JSON.stringify} does. */
public final class JsonText {
  private static final String ESCAPED = "\"\\\b\f\n\r\t";
  private static final String LETTERS = "\"\\bfnrt";

  private JsonText() {}

  /** Appends a text with its quotes, escaped where JSON or UTF-8 wants it. */
  public static void append(String text, StringBuilder json) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int letter = ESCAPED.indexOf(c);
      if (letter >= 0) {
        json.append('\\').append(LETTERS.charAt(letter));
      } else if (c < ' ' || isLoneSurrogate(text, i)) {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }

  /** Half a surrogate pair has no UTF-8 form. */
  private static boolean isLoneSurrogate(String text, int index) {
    char c = text.charAt(index);
    if (Character.isHighSurrogate(c)) {
      return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
    }
    return Character.isLowSurrogate(c)
        && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
  }
}
