// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.spi;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/**
 * What stands in the JSON of a binary packet where an attachment belongs: {@code
 * {"_placeholder":true,"num":0}}, its two members in either order, white space allowed.
 *
 * <p>Implements "Packet encoding" of the Socket.IO protocol, revision 5.
 */
public final class Placeholder {
  /** The name of the member that marks a placeholder. */
  public static final String MARK = "_placeholder";

  /** The name of the member that says which attachment is meant, from 0. */
  public static final String NUMBER = "num";

  private static final byte[] MARK_KEY = ("\"" + MARK + "\"").getBytes(US_ASCII);
  private static final byte[] NUMBER_KEY = ("\"" + NUMBER + "\"").getBytes(US_ASCII);
  private static final byte[] TRUE = "true".getBytes(US_ASCII);
  // More digits than any sensible limit on attachments has, and still an int.
  private static final int MAX_DIGITS = 9;

  private final byte[] json;
  private final int end;
  // Where reading has come to; -1 once it met something that no placeholder has there.
  private int at;
  private int number;

  private Placeholder(byte[] json, int at, int end) {
    this.json = json;
    this.at = at;
    this.end = end;
  }

  /**
   * The number in the placeholder that begins at an index; -1 if there is none.
   *
   * @param json well-formed JSON
   * @param at the index of an opening brace
   * @param end where the JSON ends
   */
  public static int numberAt(byte[] json, int at, int end) {
    Placeholder markFirst = new Placeholder(json, at, end);
    markFirst.take('{').mark().take(',').number().take('}');
    if (markFirst.at >= 0) {
      return markFirst.number;
    }
    Placeholder numberFirst = new Placeholder(json, at, end);
    numberFirst.take('{').number().take(',').mark().take('}');
    return numberFirst.at >= 0 ? numberFirst.number : -1;
  }

  private Placeholder mark() {
    return take(MARK_KEY).take(':').take(TRUE);
  }

  private Placeholder number() {
    take(NUMBER_KEY).take(':').skipSpace();
    if (at < 0) {
      return this;
    }
    int from = at;
    number = 0;
    while (at < end && json[at] >= '0' && json[at] <= '9' && at - from < MAX_DIGITS) {
      number = number * 10 + json[at++] - '0';
    }
    if (at == from) {
      at = -1;
    }
    return this;
  }

  private Placeholder take(char c) {
    skipSpace();
    at = at >= 0 && at < end && json[at] == c ? at + 1 : -1;
    return this;
  }

  private Placeholder take(byte[] expected) {
    skipSpace();
    int to = at + expected.length;
    at =
        at >= 0 && to <= end && Arrays.equals(json, at, to, expected, 0, expected.length) ? to : -1;
    return this;
  }

  private void skipSpace() {
    while (at >= 0
        && at < end
        && (json[at] == ' ' || json[at] == '\n' || json[at] == '\r' || json[at] == '\t')) {
      at++;
    }
  }
}
