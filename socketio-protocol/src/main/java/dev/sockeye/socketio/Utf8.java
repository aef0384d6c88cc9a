// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

/** Which bytes are well-formed UTF-8, by table 3-7 of the Unicode standard. */
final class Utf8 {
  private Utf8() {}

  /** The length of the multi-byte sequence at an index; 0 if it isn't well-formed. */
  static int sequenceLength(byte[] bytes, int at, int end) {
    int lead = bytes[at] & 0xFF;
    if (lead >= 0xC2 && lead <= 0xDF) {
      return continues(bytes, at + 1, end, 0x80, 0xBF) ? 2 : 0;
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
      // No overlong forms, and no surrogates.
      int lowest = lead == 0xE0 ? 0xA0 : 0x80;
      int highest = lead == 0xED ? 0x9F : 0xBF;
      return continues(bytes, at + 1, end, lowest, highest)
              && continues(bytes, at + 2, end, 0x80, 0xBF)
          ? 3
          : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
      // No overlong forms, and nothing above U+10FFFF.
      int lowest = lead == 0xF0 ? 0x90 : 0x80;
      int highest = lead == 0xF4 ? 0x8F : 0xBF;
      return continues(bytes, at + 1, end, lowest, highest)
              && continues(bytes, at + 2, end, 0x80, 0xBF)
              && continues(bytes, at + 3, end, 0x80, 0xBF)
          ? 4
          : 0;
    }
    return 0;
  }

  static boolean isValid(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to) {
      int length = bytes[i] >= 0 ? 1 : sequenceLength(bytes, i, to);
      if (length == 0) {
        return false;
      }
      i += length;
    }
    return true;
  }

  /** The number of bytes of a text, if each lone surrogate becomes U+FFFD. */
  static int length(String text) {
    int length = text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        length += c < 0x800 ? 1 : 2;
        if (isPair(text, i)) {
          // Four bytes for two characters.
          i++;
        }
      }
    }
    return length;
  }

  /** Whether two characters at an index are one of a surrogate pair each. */
  static boolean isPair(String text, int index) {
    return Character.isHighSurrogate(text.charAt(index))
        && index + 1 < text.length()
        && Character.isLowSurrogate(text.charAt(index + 1));
  }

  private static boolean continues(byte[] bytes, int at, int end, int lowest, int highest) {
    return at < end && (bytes[at] & 0xFF) >= lowest && (bytes[at] & 0xFF) <= highest;
  }
}
