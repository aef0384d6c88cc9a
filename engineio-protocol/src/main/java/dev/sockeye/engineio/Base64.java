// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/**
 * Base64 straight between the arrays of packets, which {@code java.util.Base64} can't do at an
 * offset.
 *
 * <p>Writes the standard alphabet with padding. Reads what Node.js reads, because peers rely on it:
 * the standard and the URL alphabet, padding optional, everything else (line breaks) skipped, and
 * the first {@code =} ends it.
 */
final class Base64 {
  private static final byte[] CHARS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".getBytes(US_ASCII);
  private static final byte[] VALUES = values();

  private Base64() {}

  private static byte[] values() {
    byte[] values = new byte[256];
    Arrays.fill(values, (byte) -1);
    for (int i = 0; i < CHARS.length; i++) {
      values[CHARS[i]] = (byte) i;
    }
    values['-'] = 62;
    values['_'] = 63;
    return values;
  }

  static int encodedLength(int length) {
    return Math.toIntExact((length + 2L) / 3 * 4);
  }

  /** Returns the index after the last byte written. */
  static int encode(RawData blob, byte[] target, int at) {
    byte[] source = blob.array();
    int end = blob.offset() + blob.length();
    int whole = end - blob.length() % 3;
    for (int i = blob.offset(); i < whole; i += 3) {
      int bits = (source[i] & 0xff) << 16 | (source[i + 1] & 0xff) << 8 | (source[i + 2] & 0xff);
      at = writeFour(bits, target, at);
    }
    if (whole < end) {
      int last = whole + 1 < end ? (source[whole + 1] & 0xff) << 8 : 0;
      at = writeFour((source[whole] & 0xff) << 16 | last, target, at);
      Arrays.fill(target, at - 3 + end - whole, at, (byte) '=');
    }
    return at;
  }

  private static int writeFour(int bits, byte[] target, int at) {
    target[at] = CHARS[bits >>> 18];
    target[at + 1] = CHARS[bits >>> 12 & 63];
    target[at + 2] = CHARS[bits >>> 6 & 63];
    target[at + 3] = CHARS[bits & 63];
    return at + 4;
  }

  /** The blob behind the characters of {@code source} between two indexes. */
  static RawData decode(byte[] source, int from, int to) {
    int end = to;
    while (end > from && source[end - 1] == '=') {
      end--;
    }
    byte[] blob = new byte[(int) ((end - from) * 3L / 4)];
    int read = from;
    int written = 0;
    for (; end - read >= 4; read += 4) {
      int bits =
          VALUES[source[read] & 0xff] << 18
              | VALUES[source[read + 1] & 0xff] << 12
              | VALUES[source[read + 2] & 0xff] << 6
              | VALUES[source[read + 3] & 0xff];
      if (bits < 0) {
        break;
      }
      blob[written++] = (byte) (bits >>> 16);
      blob[written++] = (byte) (bits >>> 8);
      blob[written++] = (byte) bits;
    }
    written = decodeOneByOne(source, read, end, blob, written);
    return RawData.binary(blob, 0, written);
  }

  private static int decodeOneByOne(byte[] source, int from, int to, byte[] blob, int at) {
    int bits = 0;
    int pending = 0;
    for (int i = from; i < to && source[i] != '='; i++) {
      int value = VALUES[source[i] & 0xff];
      if (value >= 0) {
        bits = bits << 6 | value;
        pending += 6;
      }
      if (pending >= 8) {
        pending -= 8;
        blob[at++] = (byte) (bits >>> pending);
      }
    }
    return at;
  }
}
