// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

import dev.sockeye.socketio.MessagePackReader.Kind;

/** Passes over values and checks them: their texts, their keys, and how deep they are nested. */
final class MessagePackScanner {
  private final MessagePackReader in;
  private final int maxNesting;

  MessagePackScanner(MessagePackReader in, int maxNesting) {
    this.in = in;
    this.maxNesting = maxNesting;
  }

  /**
   * Passes over a value and checks it.
   *
   * @param level how deep it lies, itself included
   */
  void skip(int level) {
    Kind kind = in.next();
    if (kind == Kind.STRING) {
      checkText();
    } else if (kind == Kind.ARRAY || kind == Kind.MAP) {
      requireLevel(level);
      for (int left = in.length(); left > 0; left--) {
        if (kind == Kind.MAP) {
          skipKey();
        }
        skip(level + 1);
      }
    }
  }

  private void requireLevel(int level) {
    if (level > maxNesting) {
      throw new ParseException(
          "invalid payload: nested deeper than "
              + maxNesting
              + " levels (MessagePackParser.maxNesting)");
    }
  }

  private void skipKey() {
    Kind kind = in.next();
    if (kind == Kind.STRING) {
      checkText();
    } else if (kind != Kind.INTEGER) {
      throw new ParseException("invalid payload: a key that is no text and no integer");
    }
  }

  /** Checks the string that was read last. */
  void checkText() {
    if (!Utf8.isValid(in.bytes(), in.start(), in.start() + in.length())) {
      throw new ParseException("invalid payload: not UTF-8");
    }
  }
}
