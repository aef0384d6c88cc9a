// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** A table in Markdown that can be read as it is: its columns are aligned. */
final class MarkdownTable {
  private final List<List<String>> rows = new ArrayList<>();
  private final int[] widths;

  MarkdownTable(List<String> header) {
    widths = new int[header.size()];
    row(header);
  }

  /** One more row, with as many cells as the header. */
  MarkdownTable row(List<String> cells) {
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(widths[i], cells.get(i).length());
    }
    rows.add(List.copyOf(cells));
    return this;
  }

  @Override
  public String toString() {
    var text = new StringBuilder();
    line(rows.get(0), text);
    for (int i = 0; i < widths.length; i++) {
      text.append(i == 0 ? "|:" : "|-").append("-".repeat(widths[i])).append(i == 0 ? "-" : ":");
    }
    text.append("|\n");
    rows.stream().skip(1).forEach(row -> line(row, text));
    return text.toString();
  }

  private void line(List<String> row, StringBuilder text) {
    for (int i = 0; i < widths.length; i++) {
      String padding = " ".repeat(widths[i] - row.get(i).length());
      text.append("| ").append(i == 0 ? row.get(i) + padding : padding + row.get(i)).append(' ');
    }
    text.append("|\n");
  }
}
