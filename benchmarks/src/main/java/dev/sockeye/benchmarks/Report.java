// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes the results in Markdown, which is also what the console shows. */
final class Report {
  /** The column of the spread: after the server and its main figure. */
  private static final int SPREAD = 2;

  private final StringBuilder text = new StringBuilder();

  /** Where, how and when it was measured, and who took part. */
  Report heading(Results results) {
    Plan plan = results.plan();
    line("Measured on %s: %s.", LocalDate.now(ZoneOffset.UTC), results.machine().describe());
    line(
        "%d interleaved rounds, medians, ± half the range; the server is pinned to one core, the load generator to another.",
        plan.options().rounds());
    line("");
    for (Contender server : plan.wanted()) {
      line(
          "- `%s`: %s%s",
          server.title(),
          server.description(),
          server.absence(plan.programs()).map(why -> " (not measured: " + why + ")").orElse(""));
    }
    return this;
  }

  /** Which bars are met, in one table. */
  Report bars(List<Comparison> comparisons) {
    var table = new MarkdownTable(List.of("scenario", "compared", "is", "bar", ""));
    for (Comparison comparison : comparisons) {
      for (Verdict verdict : comparison.verdicts()) {
        String name = comparison.scenario().name();
        table.row(
            List.of(name, verdict.what(), verdict.value(), "≤ " + verdict.bar(), verdict.word()));
      }
    }
    line("\n### The bars\n\n%s", table);
    return this;
  }

  Report comparison(Comparison comparison) {
    Summary summary = comparison.scenario().summary();
    line(
        "\n### %s\n\n%s (per %s).\n", summary.name(), capitalized(summary.title()), summary.unit());
    var table = new MarkdownTable(header(comparison.scenario()));
    comparison.results().forEach(result -> table.row(row(comparison, result)));
    text.append(table);
    for (Result result : comparison.results()) {
      result
          .failure()
          .ifPresent(why -> item("`%s` fails: %s", result.server().title(), oneLine(why)));
      if (result.generatorBound()) {
        item(
            "`%s`\\*: the load generator was the bottleneck; the rate and the latency are its own.",
            result.server().title());
      }
    }
    comparison.verdicts().forEach(verdict -> item("%s", verdict));
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
    String name = result.server().title() + (result.generatorBound() ? "\\*" : "");
    var row = new ArrayList<String>(List.of(name));
    for (Figure figure : scenario.figures()) {
      row.add(result.succeeded() ? figure.format(result.median(figure)) : "fails");
    }
    row.add(SPREAD, result.succeeded() ? spread(result, comparison.mainFigure()) : "–");
    row.add(comparison.sockeyeTo(result).map(Report::ratio).orElse("–"));
    return row;
  }

  private static String spread(Result result, Figure figure) {
    return String.format(Locale.ROOT, "%.0f %%", result.spread(figure) * 100);
  }

  private static String ratio(double ratio) {
    return String.format(Locale.ROOT, "%.2f", ratio);
  }

  private static String capitalized(String title) {
    return Character.toUpperCase(title.charAt(0)) + title.substring(1);
  }

  private static String oneLine(String reason) {
    String line = reason.replaceAll("\\s+", " ");
    return line.length() > 300 ? line.substring(0, 300) + "…" : line;
  }

  private void item(String format, Object... arguments) {
    line("\n- " + format, arguments);
  }

  private void line(String format, Object... arguments) {
    text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
