// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Percent-encoding exactly as JavaScript's {@code encodeURIComponent} and its counterpart. */
final class UriComponent {
  private static final String UNESCAPED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.!~*'()";
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private UriComponent() {}

  /**
   * Encodes.
   *
   * @throws IllegalArgumentException if half a surrogate pair stands alone
   */
  static String encode(String text) {
    ByteBuffer bytes;
    try {
      bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(
          "half a surrogate pair has no UTF-8 form: a value of " + text.length() + " chars", e);
    }
    StringBuilder encoded = new StringBuilder(bytes.remaining() + 16);
    while (bytes.hasRemaining()) {
      byte b = bytes.get();
      if (UNESCAPED.indexOf(b) >= 0) {
        encoded.append((char) b);
      } else {
        HEX.toHexDigits(encoded.append('%'), b);
      }
    }
    return encoded.toString();
  }

  /** Decodes; a text with one malformed escape comes back as it is, whole. */
  static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    StringBuilder decoded = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      if (text.charAt(i) != '%') {
        decoded.append(text.charAt(i++));
        continue;
      }
      int end = endOfEscapes(text, i);
      if (end < 0 || !decodeEscapes(text, i, end, decoded)) {
        return text;
      }
      i = end;
    }
    return decoded.toString();
  }

  /** Where a run of escapes ends; -1 if the last one of it is cut short or isn't hexadecimal. */
  private static int endOfEscapes(String text, int start) {
    int i = start;
    while (i < text.length() && text.charAt(i) == '%') {
      if (i + 2 >= text.length()
          || !HexFormat.isHexDigit(text.charAt(i + 1))
          || !HexFormat.isHexDigit(text.charAt(i + 2))) {
        return -1;
      }
      i += 3;
    }
    return i;
  }

  private static boolean decodeEscapes(String text, int start, int end, StringBuilder decoded) {
    byte[] bytes = new byte[(end - start) / 3];
    for (int i = 0; i < bytes.length; i++) {
      int digits = start + 3 * i + 1;
      bytes[i] = (byte) HexFormat.fromHexDigits(text, digits, digits + 2);
    }
    try {
      decoded.append(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)));
      return true;
    } catch (CharacterCodingException malformed) {
      return false;
    }
  }
}
