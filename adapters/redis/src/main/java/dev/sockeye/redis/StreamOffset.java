// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

import java.util.regex.Pattern;

/**
 * The id of an entry of a stream: {@code <milliseconds>-<number>}, both of 64 bits without a sign.
 */
record StreamOffset(long millis, long number) implements Comparable<StreamOffset> {
  /** Comes before every entry. */
  static final StreamOffset START = new StreamOffset(0, 0);

  private static final Pattern FORM = Pattern.compile("[0-9]{1,20}-[0-9]{1,20}");

  /** Whether a text has the form of an id. */
  static boolean isOne(String text) {
    if (!FORM.matcher(text).matches()) {
      return false;
    }
    try {
      parse(text);
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /**
   * Reads an id.
   *
   * @throws NumberFormatException if the text is none
   */
  static StreamOffset parse(String text) {
    int dash = text.indexOf('-');
    if (dash < 0) {
      throw new NumberFormatException("no id of an entry: " + text);
    }
    return new StreamOffset(
        Long.parseUnsignedLong(text, 0, dash, 10),
        Long.parseUnsignedLong(text, dash + 1, text.length(), 10));
  }

  /** The first id that an entry behind it can have. */
  StreamOffset next() {
    return number == -1 ? new StreamOffset(millis + 1, 0) : new StreamOffset(millis, number + 1);
  }

  @Override
  public int compareTo(StreamOffset other) {
    int order = Long.compareUnsigned(millis, other.millis);
    return order != 0 ? order : Long.compareUnsigned(number, other.number);
  }

  @Override
  public String toString() {
    return Long.toUnsignedString(millis) + "-" + Long.toUnsignedString(number);
  }
}
