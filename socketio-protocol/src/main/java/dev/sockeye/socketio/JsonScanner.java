// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.sockeye.socketio.spi.Placeholder;
import java.util.Arrays;

/**
 * Checks that bytes are JSON as RFC 8259 has it, in valid UTF-8, and notes where the elements of
 * the outermost array lie. Builds nothing else: whoever wants an element decodes it.
 *
 * <p>In a packet with attachments it also checks each placeholder. Used once, by one thread.
 */
final class JsonScanner {
  private static final byte[] TRUE = "true".getBytes(US_ASCII);
  private static final byte[] FALSE = "false".getBytes(US_ASCII);
  private static final byte[] NULL = "null".getBytes(US_ASCII);
  private static final int INITIAL_ELEMENTS = 4;
  // The mark in quotes, and the same with each of its characters as a six character escape.
  private static final int MIN_MARK_LENGTH = Placeholder.MARK.length() + 2;
  private static final int MAX_MARK_LENGTH = Placeholder.MARK.length() * 6 + 2;

  private final byte[] json;
  private final int end;
  private final int maxNesting;
  private final int attachments;
  private int at;
  private int nesting;
  // The start and the end of each element in turn; longer than needed.
  private int[] bounds = {};
  private int elements;

  /**
   * @param attachments how many there are to refer to; 0 if placeholders have no meaning
   */
  JsonScanner(byte[] json, int from, int to, int maxNesting, int attachments) {
    this.json = json;
    this.at = from;
    this.end = to;
    this.maxNesting = maxNesting;
    this.attachments = attachments;
  }

  /** Scans an array and what surrounds it. */
  void scanArray() {
    bounds = new int[2 * INITIAL_ELEMENTS];
    skipSpace();
    open('[');
    if (!closed(']')) {
      do {
        skipSpace();
        int from = at;
        value();
        addElement(from, at);
      } while (more(']'));
    }
    expectEnd();
  }

  /** Scans an object and what surrounds it; its names and values become elements in turn. */
  void scanObject() {
    bounds = new int[2 * INITIAL_ELEMENTS];
    skipSpace();
    open('{');
    if (!closed('}')) {
      do {
        skipSpace();
        int name = at;
        string();
        addElement(name, at);
        skipSpace();
        expect(':');
        skipSpace();
        int from = at;
        value();
        addElement(from, at);
      } while (more('}'));
    }
    expectEnd();
  }

  /** Scans any value and what surrounds it; it becomes the one element. */
  void scanValue() {
    bounds = new int[2];
    skipSpace();
    int from = at;
    value();
    addElement(from, at);
    expectEnd();
  }

  int elements() {
    return elements;
  }

  /** The start of element {@code i} at {@code 2 * i}, its end behind it. */
  int[] bounds() {
    return bounds;
  }

  private void addElement(int from, int to) {
    if (2 * elements == bounds.length) {
      bounds = Arrays.copyOf(bounds, 2 * bounds.length);
    }
    bounds[2 * elements] = from;
    bounds[2 * elements + 1] = to;
    elements++;
  }

  private void value() {
    switch (peek()) {
      case '"' -> string();
      case '{' -> object();
      case '[' -> array();
      case 't' -> literal(TRUE);
      case 'f' -> literal(FALSE);
      case 'n' -> literal(NULL);
      default -> number();
    }
  }

  private void array() {
    open('[');
    if (!closed(']')) {
      do {
        skipSpace();
        value();
      } while (more(']'));
    }
  }

  private void object() {
    int start = at;
    boolean marked = false;
    open('{');
    if (!closed('}')) {
      do {
        marked |= member();
      } while (more('}'));
    }
    if (marked) {
      int number = Placeholder.numberAt(json, start, at);
      if (number < 0 || number >= attachments) {
        throw new ParseException("illegal attachments");
      }
    }
  }

  /** Whether it is the mark of a placeholder. */
  private boolean member() {
    skipSpace();
    int name = at;
    string();
    int nameEnd = at;
    skipSpace();
    expect(':');
    skipSpace();
    boolean isTrue = peek() == 't';
    value();
    return isTrue && attachments > 0 && isMark(name, nameEnd);
  }

  private boolean isMark(int from, int to) {
    int length = to - from;
    return length >= MIN_MARK_LENGTH
        && length <= MAX_MARK_LENGTH
        && JsonString.unescape(json, from, to).equals(Placeholder.MARK);
  }

  private void open(char bracket) {
    expect(bracket);
    if (++nesting > maxNesting) {
      throw new ParseException(
          "invalid payload: nested deeper than " + maxNesting + " levels (JsonParser.maxNesting)");
    }
  }

  private boolean closed(char bracket) {
    skipSpace();
    if (peek() != bracket) {
      return false;
    }
    at++;
    nesting--;
    return true;
  }

  private boolean more(char bracket) {
    if (closed(bracket)) {
      return false;
    }
    expect(',');
    return true;
  }

  private void string() {
    expect('"');
    while (true) {
      skipPlainCharacters();
      int c = peek();
      if (c == '"') {
        at++;
        return;
      } else if (c == '\\') {
        escape();
      } else if (at < end && c < 0) {
        multiByteCharacter();
      } else {
        throw invalid();
      }
    }
  }

  /** Goes by what most of a text is. The index is a local variable because that is much faster. */
  private void skipPlainCharacters() {
    int i = at;
    while (i < end && json[i] >= ' ' && json[i] != '"' && json[i] != '\\') {
      i++;
    }
    at = i;
  }

  private void multiByteCharacter() {
    int length = Utf8.sequenceLength(json, at, end);
    if (length == 0) {
      throw new ParseException("invalid payload: not UTF-8");
    }
    at += length;
  }

  private void escape() {
    at++;
    switch (peek()) {
      case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> at++;
      case 'u' -> {
        at++;
        for (int i = 0; i < 4; i++) {
          if (Character.digit(peek(), 16) < 0) {
            throw invalid();
          }
          at++;
        }
      }
      default -> throw invalid();
    }
  }

  private void number() {
    if (peek() == '-') {
      at++;
    }
    if (peek() == '0') {
      at++;
    } else {
      digits();
    }
    if (peek() == '.') {
      at++;
      digits();
    }
    if (peek() == 'e' || peek() == 'E') {
      at++;
      if (peek() == '+' || peek() == '-') {
        at++;
      }
      digits();
    }
  }

  private void digits() {
    int from = at;
    while (peek() >= '0' && peek() <= '9') {
      at++;
    }
    if (at == from) {
      throw invalid();
    }
  }

  private void literal(byte[] word) {
    int to = at + word.length;
    if (to > end || !Arrays.equals(json, at, to, word, 0, word.length)) {
      throw invalid();
    }
    at = to;
  }

  private void skipSpace() {
    while (at < end
        && (json[at] == ' ' || json[at] == '\n' || json[at] == '\r' || json[at] == '\t')) {
      at++;
    }
  }

  /** The byte ahead; -1, which is never part of JSON's syntax, at the end. */
  private int peek() {
    return at < end ? json[at] : -1;
  }

  private void expect(char c) {
    if (peek() != c) {
      throw invalid();
    }
    at++;
  }

  private void expectEnd() {
    skipSpace();
    if (at < end) {
      throw invalid();
    }
  }

  private ParseException invalid() {
    return new ParseException("invalid payload: not JSON at byte " + at);
  }
}
