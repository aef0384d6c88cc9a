// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON text (RFC 8259) into maps, lists, strings, doubles and booleans: for the handshake
 * only, because this module must not force a JSON library on anyone. One reader, one text.
 */
final class JsonReader {
  /** A handshake has two levels; a peer must not be able to overflow the stack. */
  private static final int MAX_DEPTH = 16;

  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");

  private final String json;

  /** The next character to read; only moves forward. */
  private int at;

  /** How many arrays and objects are open. */
  private int depth;

  private JsonReader(String json) {
    this.json = json;
  }

  static @Nullable Object read(String json) {
    JsonReader reader = new JsonReader(json);
    Object value = reader.value();
    reader.peek();
    if (reader.at < json.length()) {
      throw reader.unexpected();
    }
    return value;
  }

  private @Nullable Object value() {
    return switch (peek()) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      case 't' -> literal("true", true);
      case 'f' -> literal("false", false);
      case 'n' -> literal("null", null);
      default -> number();
    };
  }

  private Map<String, @Nullable Object> object() {
    Map<String, @Nullable Object> members = new HashMap<>();
    for (boolean more = open('}'); more; more = another('}')) {
      if (peek() != '"') {
        throw unexpected();
      }
      String key = string();
      expect(':');
      members.put(key, value());
    }
    return members;
  }

  private List<@Nullable Object> array() {
    List<@Nullable Object> elements = new ArrayList<>();
    for (boolean more = open(']'); more; more = another(']')) {
      elements.add(value());
    }
    return elements;
  }

  /** Passes the opening bracket; whether something is between it and the closing one. */
  private boolean open(char close) {
    if (++depth > MAX_DEPTH) {
      throw new PacketFormatException("JSON nested deeper than " + MAX_DEPTH);
    }
    at++;
    return peek() != close || !closed();
  }

  /** Passes a comma or the closing bracket; whether it was the comma. */
  private boolean another(char close) {
    if (peek() == close) {
      return !closed();
    }
    expect(',');
    return true;
  }

  private boolean closed() {
    at++;
    depth--;
    return true;
  }

  private String string() {
    StringBuilder text = new StringBuilder();
    at++;
    while (at < json.length() && json.charAt(at) >= ' ') {
      char c = json.charAt(at++);
      if (c == '"') {
        return text.toString();
      }
      text.append(c == '\\' ? escaped() : c);
    }
    throw unexpected();
  }

  private char escaped() {
    if (at < json.length()) {
      char c = json.charAt(at++);
      int index = "\"\\/bfnrt".indexOf(c);
      if (index >= 0) {
        return "\"\\/\b\f\n\r\t".charAt(index);
      }
      if (c == 'u' && json.length() - at >= 4) {
        return hex();
      }
    }
    throw unexpected();
  }

  private char hex() {
    int value = 0;
    for (int end = at + 4; at < end; at++) {
      char c = json.charAt(at);
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        throw unexpected();
      }
      value = value << 4 | digit;
    }
    return (char) value;
  }

  private Double number() {
    Matcher matcher = NUMBER.matcher(json).region(at, json.length());
    if (!matcher.lookingAt()) {
      throw unexpected();
    }
    at = matcher.end();
    return Double.valueOf(matcher.group());
  }

  private @Nullable Object literal(String word, @Nullable Object value) {
    if (!json.startsWith(word, at)) {
      throw unexpected();
    }
    at += word.length();
    return value;
  }

  private void expect(char c) {
    if (peek() != c) {
      throw unexpected();
    }
    at++;
  }

  /** The next character that isn't white space, unread; 0 at the end. */
  private char peek() {
    while (at < json.length() && " \t\n\r".indexOf(json.charAt(at)) >= 0) {
      at++;
    }
    return at < json.length() ? json.charAt(at) : 0;
  }

  private PacketFormatException unexpected() {
    return new PacketFormatException(
        at < json.length()
            ? "malformed JSON: unexpected character " + (int) json.charAt(at) + " at index " + at
            : "malformed JSON: it ends too early");
  }
}
