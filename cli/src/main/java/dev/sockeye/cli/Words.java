// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a typed line: values with spaces between them. What begins with <code>{</code>, {@code [}
 * or {@code "} is JSON; so are numbers, {@code true}, {@code false} and {@code null}. {@code
 * hex:0102} and {@code base64:AQI=} are bytes, and any other word is a string as it stands.
 *
 * <pre>
 * chat {"to": "all"} "two words" word 12 hex:cafe
 * </pre>
 */
final class Words {
  private static final Pattern SCALAR =
      Pattern.compile("true|false|null|-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");

  private final String line;
  private int at;

  private Words(String line) {
    this.line = line;
  }

  /**
   * The values of a line; empty if it is blank.
   *
   * @throws IllegalArgumentException if it can't be read; says why
   */
  static List<@Nullable Object> of(String line) {
    return new Words(line).all();
  }

  /**
   * One value that fills the text, as one argument of a command line: spaces don't end a word.
   *
   * @throws IllegalArgumentException if it can't be read; says why
   */
  static @Nullable Object value(String text) {
    Words words = new Words(text);
    if (!words.isJson()) {
      return word(text);
    }
    String json = words.json();
    if (!text.substring(words.at).isBlank()) {
      throw new IllegalArgumentException(
          "after " + json + " there is more: '" + text.substring(words.at) + "'");
    }
    return Values.read(json);
  }

  private List<@Nullable Object> all() {
    List<@Nullable Object> values = new ArrayList<>();
    skipSpaces();
    while (at < line.length()) {
      values.add(isJson() ? Values.read(json()) : word(bare()));
      skipSpaces();
    }
    return Collections.unmodifiableList(values);
  }

  private static @Nullable Object word(String word) {
    if (SCALAR.matcher(word).matches()) {
      return Values.read(word);
    }
    for (BinaryForm form : BinaryForm.values()) {
      if (word.startsWith(form.prefix())) {
        return form.read(word.substring(form.prefix().length()));
      }
    }
    return word;
  }

  private boolean isJson() {
    return at < line.length() && "{[\"".indexOf(line.charAt(at)) >= 0;
  }

  private String bare() {
    int start = at;
    while (at < line.length() && line.charAt(at) > ' ') {
      at++;
    }
    return line.substring(start, at);
  }

  /** The text up to where its brackets and quotes are closed; whether it is JSON is read later. */
  private String json() {
    int start = at;
    int depth = 0;
    do {
      char c = line.charAt(at);
      if (c == '"') {
        skipString();
      } else if (c == '{' || c == '[') {
        depth++;
      } else if (c == '}' || c == ']') {
        depth--;
      }
      at++;
    } while (depth > 0 && at < line.length());
    if (depth > 0) {
      throw new IllegalArgumentException(
          "a bracket is not closed in '" + line.substring(start) + "'");
    }
    return line.substring(start, at);
  }

  /** Leaves the closing quote to the caller. */
  private void skipString() {
    int start = at;
    for (at++; at < line.length() && line.charAt(at) != '"'; at++) {
      if (line.charAt(at) == '\\') {
        at++;
      }
    }
    if (at >= line.length()) {
      throw new IllegalArgumentException(
          "a quote is not closed in '" + line.substring(start) + "'");
    }
  }

  private void skipSpaces() {
    while (at < line.length() && line.charAt(at) <= ' ') {
      at++;
    }
  }
}
