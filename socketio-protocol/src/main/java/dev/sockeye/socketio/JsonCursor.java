// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/**
 * Goes once through a {@link Json}, from its beginning to its end, and builds nothing but what it
 * is asked for: for what is large and read wholly. {@link Json#members} and {@link Json#elements}
 * are for the rest.
 *
 * <pre>{@code
 * JsonCursor in = new JsonCursor(json);
 * if (in.beginObject()) {
 *   for (String name = in.nextName(); name != null; name = in.nextName()) {
 *     switch (name) {
 *       case "id" -> id = in.string();
 *       default -> in.skip();
 *     }
 *   }
 * }
 * }</pre>
 *
 * <p>Each value must be taken, begun or skipped before what follows it is asked for; what has been
 * begun must be gone through. For one thread.
 */
public final class JsonCursor {
  private static final NameTable NAMES = new NameTable();

  private final Json json;
  private final byte[] text;

  /** Of the first byte that hasn't been read. */
  private int at;

  /** A cursor at the beginning of a value. */
  public JsonCursor(Json json) {
    this.json = json;
    this.text = json.array();
    this.at = json.offset();
  }

  /**
   * Goes into the object ahead; if there is something else it is skipped, and false is returned.
   */
  public boolean beginObject() {
    return begin('{');
  }

  /** Goes into the array ahead; if there is something else it is skipped, and false is returned. */
  public boolean beginArray() {
    return begin('[');
  }

  private boolean begin(char bracket) {
    if (peek() != bracket) {
      skip();
      return false;
    }
    at++;
    return true;
  }

  /** The name of the next member of an object, whose value is ahead then; null at its end. */
  public @Nullable String nextName() {
    if (!nextElement()) {
      return null;
    }
    int from = at;
    skipString();
    String name =
        JsonString.hasEscapes(text, from, at)
            ? JsonString.unescape(text, from, at)
            : NAMES.name(text, from + 1, at - 1);
    peek();
    at++; // the colon
    return name;
  }

  /** Whether there is one more element in an array, which is ahead then; else its end is passed. */
  public boolean nextElement() {
    int next = peek();
    if (next == ',') {
      at++;
      next = peek();
    }
    if (next == ']' || next == '}') {
      at++;
      return false;
    }
    return true;
  }

  /** Whether a string is ahead. */
  public boolean isAtString() {
    return peek() == '"';
  }

  /** Whether null is ahead, which is skipped then. */
  public boolean skipNull() {
    boolean isNull = peek() == 'n';
    if (isNull) {
      skip();
    }
    return isNull;
  }

  /**
   * The text of the string ahead; if there is something else it is skipped, and null is returned.
   */
  public @Nullable String string() {
    if (peek() != '"') {
      skip();
      return null;
    }
    int from = at;
    skipString();
    return JsonString.hasEscapes(text, from, at)
        ? JsonString.unescape(text, from, at)
        : new String(text, from + 1, at - from - 2, UTF_8);
  }

  /** The value ahead as it is, a slice of the whole. */
  public Json value() {
    peek();
    int from = at;
    skip();
    return new Json(text, from, at - from, json.attachments());
  }

  /** Passes the value ahead by. */
  public void skip() {
    int depth = 0;
    do {
      switch (peek()) {
        case '"' -> skipString();
        case '{', '[' -> {
          depth++;
          at++;
        }
        case '}', ']' -> {
          depth--;
          at++;
        }
        case ',', ':' -> at++;
        default -> skipWord();
      }
    } while (depth > 0);
  }

  private void skipString() {
    int i = at + 1;
    while (text[i] != '"') {
      i += text[i] == '\\' ? 2 : 1;
    }
    at = i + 1;
  }

  /** A number, or one of the three words. */
  private void skipWord() {
    int end = json.offset() + json.length();
    int i = at;
    while (i < end && text[i] > ' ' && text[i] != ',' && text[i] != ']' && text[i] != '}') {
      i++;
    }
    at = i;
  }

  /** The first byte ahead that is no white space. */
  private byte peek() {
    while (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t') {
      at++;
    }
    return text[at];
  }
}
