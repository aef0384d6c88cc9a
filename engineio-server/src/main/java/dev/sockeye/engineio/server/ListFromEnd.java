// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a comma-separated header, the last first. Each proxy adds one at the end, so what
 * a client has made up, an open quote included, never disturbs what comes after it.
 */
final class ListFromEnd {
  /** How many characters are read; what is farther away is as good as not there. */
  static final int MAX_CHARS = 8192;

  private final List<String> lines;
  private int line;
  // Where the element that comes next ends, in the current line; -1 if the line is used up.
  private int end = -1;
  private int charsLeft = MAX_CHARS;

  /** For one thread; the lines are the header's, in their order. */
  ListFromEnd(List<String> lines) {
    this.lines = lines;
    this.line = lines.size();
  }

  /** The next element that isn't empty, without the white space around it; null at the end. */
  @Nullable String next() {
    while (end >= 0 || line > 0) {
      if (end < 0) {
        end = lines.get(--line).length();
      }
      String text = lines.get(line);
      int start = startOfElement(text);
      charsLeft -= end - start + 1;
      if (charsLeft < 0) {
        end = -1;
        line = 0;
        return null;
      }
      String element = text.substring(start, end).strip();
      end = start - 1;
      if (!element.isEmpty()) {
        return element;
      }
    }
    return null;
  }

  private int startOfElement(String text) {
    boolean quoted = false;
    int i = end;
    // One beyond the limit suffices to see that it is exceeded.
    for (int limit = Math.max(0, end - charsLeft); i > limit; i--) {
      char c = text.charAt(i - 1);
      if (c == ',' && !quoted) {
        break;
      }
      if (c == '"' && !isEscaped(text, i - 1)) {
        quoted = !quoted;
      }
    }
    return i;
  }

  private static boolean isEscaped(String text, int index) {
    int backslashes = 0;
    while (backslashes < index && text.charAt(index - 1 - backslashes) == '\\') {
      backslashes++;
    }
    return backslashes % 2 == 1;
  }
}
