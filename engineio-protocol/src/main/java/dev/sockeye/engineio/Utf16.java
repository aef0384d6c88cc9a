// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio;

/**
 * Counts well-formed UTF-8 in code units of UTF-16, as JavaScript counts strings and revision 3 its
 * packets.
 */
final class Utf16 {
  private Utf16() {}

  /** The number of code units of a text. */
  static int length(RawData text) {
    byte[] utf8 = text.array();
    int end = text.offset() + text.length();
    int units = 0;
    for (int i = text.offset(); i < end; i++) {
      if ((utf8[i] & 0xc0) != 0x80) {
        units += unitsOf(utf8[i]);
      }
    }
    return units;
  }

  /**
   * The index after so many code units, or -1 if the text ends before or the last one is half a
   * surrogate pair.
   */
  static int skip(byte[] utf8, int from, int to, int units) {
    int at = from;
    int left = units;
    while (left > 0 && at < to) {
      left -= unitsOf(utf8[at]);
      at += widthOf(utf8[at] & 0xff);
    }
    return left == 0 ? at : -1;
  }

  private static int unitsOf(byte lead) {
    return (lead & 0xf8) == 0xf0 ? 2 : 1;
  }

  private static int widthOf(int lead) {
    return lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  }
}
