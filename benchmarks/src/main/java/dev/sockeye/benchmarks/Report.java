// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes comparisons as tables: in Markdown, which is also what the console shows. */
final class Report {
  /** The column of the spread: after the server and its main figure. */
  private static final int SPREAD = 2;

  private final StringBuilder text = new StringBuilder();

  /** The heading: where, how and when it was measured. */
  Report heading(BenchOptions options, Machine machine) {
    text.append("Measured on ")
        .append(LocalDate.now(ZoneOffset.UTC))
        .append(": ")
        .append(machine.describe())
        .append(". ");
    text.append(options.rounds())
        .append(" interleaved rounds of ")
        .append(options.measured().toSeconds());
    text.append(" s after ").append(options.firstWarmUp().toSeconds());
    text.append(
        " s of warm-up; medians, ± half the range. The server is pinned to one core, the load generator to another.\n\n");
    for (Contender server : options.servers()) {
      text.append("- `")
          .append(server.title())
          .append("`: ")
          .append(server.description())
          .append('\n');
    }
    return this;
  }

  Report comparison(Comparison comparison) {
    Scenario scenario = comparison.scenario();
    text.append("\n### ")
        .append(scenario.name())
        .append("\n\n")
        .append(scenario.title())
        .append(" (per ")
        .append(scenario.unit())
        .append(").\n\n");
    var rows = new ArrayList<List<String>>();
    rows.add(header(scenario));
    comparison.results().forEach(result -> rows.add(row(comparison, result)));
    table(rows);
    for (Result result : comparison.results()) {
      result
          .failure()
          .ifPresent(
              reason ->
                  text.append("\n- `")
                      .append(result.server().title())
                      .append("` fails: ")
                      .append(oneLine(reason))
                      .append('\n'));
      if (result.succeeded() && result.generatorBound()) {
        text.append("\n- `")
            .append(result.server().title())
            .append(
                "`\\*: the load generator was the bottleneck; the rate and the latency are its own.\n");
      }
    }
    comparison
        .verdicts()
        .forEach(verdict -> text.append("\n- Sockeye: ").append(verdict).append('\n'));
    return this;
  }

  private static List<String> header(Scenario scenario) {
    var header = new ArrayList<String>(List.of("server"));
    scenario.figures().forEach(figure -> header.add(figure.title()));
    header.add(SPREAD, "±");
    header.add("Sockeye ÷ it");
    return header;
  }

  private static List<String> row(Comparison comparison, Result result) {
    Scenario scenario = comparison.scenario();
    var row = new ArrayList<String>(List.of(result.server().title()));
    if (!result.server().takesPartIn(scenario)) {
      scenario.figures().forEach(figure -> row.add("–"));
    } else if (!result.succeeded()) {
      scenario.figures().forEach(figure -> row.add("fails"));
    } else {
      scenario.figures().forEach(figure -> row.add(figure.format(result.median(figure))));
      row.add(
          SPREAD,
          String.format(Locale.ROOT, "%.0f %%", result.spread(comparison.mainFigure()) * 100));
      row.add(
          comparison
              .sockeyeTo(result)
              .map(ratio -> String.format(Locale.ROOT, "%.2f", ratio))
              .orElse("–"));
      if (result.generatorBound()) {
        row.set(0, row.get(0) + "\\*");
      }
      return row;
    }
    row.add(SPREAD, "–");
    row.add("–");
    return row;
  }

  private void table(List<List<String>> rows) {
    int columns = rows.get(0).size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    line(rows.get(0), widths);
    for (int i = 0; i < columns; i++) {
      text.append(i == 0 ? "|:" : "|-").append("-".repeat(widths[i])).append(i == 0 ? "-" : ":");
    }
    text.append("|\n");
    rows.stream().skip(1).forEach(row -> line(row, widths));
  }

  private void line(List<String> row, int[] widths) {
    for (int i = 0; i < widths.length; i++) {
      String padding = " ".repeat(widths[i] - row.get(i).length());
      text.append("| ").append(i == 0 ? row.get(i) + padding : padding + row.get(i)).append(' ');
    }
    text.append("|\n");
  }

  private static String oneLine(String reason) {
    String line = reason.replaceAll("\\s+", " ");
    return line.length() > 300 ? line.substring(0, 300) + "…" : line;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
