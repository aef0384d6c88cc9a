// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio;

/** What the codecs need to know about UTF-8 without decoding it. */
final class Utf8 {
  private Utf8() {}

  /** The number of UTF-16 code units of a well-formed text. */
  static int utf16Length(RawData text) {
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
   * The index after so many UTF-16 code units of well-formed UTF-8, or -1 if the text ends before
   * or the last one is half a surrogate pair.
   */
  static int skipUtf16(byte[] utf8, int from, int to, int units) {
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

  /**
   * The text itself if it is well-formed, else a copy with U+FFFD for what isn't, as Node.js reads
   * it. Without this, one peer's bytes could make the WebSocket of another fail.
   */
  static RawData repaired(RawData text) {
    return isWellFormed(text.array(), text.offset(), text.offset() + text.length())
        ? text
        : RawData.text(text.text());
  }

  private static boolean isWellFormed(byte[] utf8, int from, int to) {
    int at = from;
    while (at < to) {
      if (utf8[at] >= 0) {
        at++;
      } else if (isSequence(utf8, at, to)) {
        at += widthOf(utf8[at] & 0xff);
      } else {
        return false;
      }
    }
    return true;
  }

  /** Table 3-7 of the Unicode standard, for more than one byte. */
  private static boolean isSequence(byte[] utf8, int at, int to) {
    int lead = utf8[at] & 0xff;
    int width = widthOf(lead);
    if (lead < 0xc2 || lead > 0xf4 || to - at < width) {
      return false;
    }
    int second = utf8[at + 1] & 0xff;
    int lowest = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
    int highest = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
    boolean valid = second >= lowest && second <= highest;
    for (int i = at + 2; i < at + width; i++) {
      valid &= (utf8[i] & 0xc0) == 0x80;
    }
    return valid;
  }
}
