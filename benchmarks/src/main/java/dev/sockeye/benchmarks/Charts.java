// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import java.util.List;
import java.util.Locale;

/** The drawings of the page. */
final class Charts {
  private static final int WIDTH = 720;
  private static final int LEFT = 160;
  private static final int ROW = 28;
  private static final int BAR = 16;

  /** Room for the figure behind the longest bar. */
  private static final int RIGHT = 90;

  private static final int PLOT = WIDTH - LEFT - RIGHT;

  private Charts() {}

  /** The main figure of each server, with the range of its rounds. */
  static String bars(Comparison comparison) {
    Figure figure = comparison.mainFigure();
    List<Result> results = measured(comparison);
    double greatest =
        results.stream().mapToDouble(result -> last(result.values(figure))).max().orElse(1);
    var svg = chart(results.size(), figure.title() + " in " + comparison.scenario().name());
    for (int i = 0; i < results.size(); i++) {
      Result result = results.get(i);
      double[] rounds = result.values(figure);
      double median = result.median(figure);
      double middle = middle(i);
      double end = LEFT + PLOT * last(rounds) / greatest;
      label(svg, i, result.server().title());
      svg.rectangle(
          style(result.server()), LEFT, middle - BAR / 2.0, PLOT * median / greatest, BAR);
      if (rounds.length > 1) {
        svg.line("range", LEFT + PLOT * rounds[0] / greatest, middle, end, middle);
      }
      svg.text("value", end + 8, middle + 4, figure.format(median));
    }
    return svg.toString();
  }

  /** Three percentiles of each server, on a logarithmic scale. */
  static String latencies(Comparison comparison) {
    List<Result> results = measured(comparison);
    double from = floor(results.stream().mapToDouble(r -> r.median(Figure.P50)).min().orElse(1));
    double to =
        10 * floor(results.stream().mapToDouble(r -> r.median(Figure.P999)).max().orElse(1));
    var svg = chart(results.size() + 1, "latency in " + comparison.scenario().name());
    double bottom = results.size() * ROW + 4;
    for (double tick = from; tick <= to * 1.001; tick *= 10) {
      double x = place(tick, from, to);
      svg.line("grid", x, 0, x, bottom);
      svg.text("tick", x, bottom + 16, milliseconds(tick));
    }
    for (int i = 0; i < results.size(); i++) {
      Result result = results.get(i);
      double middle = middle(i);
      double p50 = place(result.median(Figure.P50), from, to);
      double p99 = place(result.median(Figure.P99), from, to);
      double p999 = place(result.median(Figure.P999), from, to);
      String style = style(result.server());
      label(svg, i, result.server().title());
      svg.line(style + " stretch", p50, middle, p999, middle);
      svg.dot(style, p50, middle, 6).dot(style, p99, middle, 4.5).dot(style, p999, middle, 3);
    }
    return svg.toString();
  }

  /** Sockeye's part of what the best peer needs, scenario by scenario, with the bars. */
  static String overview(List<Comparison> comparisons) {
    List<Comparison> compared =
        comparisons.stream().filter(comparison -> ratio(comparison) >= 0).toList();
    double scale = PLOT / Math.max(1, compared.stream().mapToDouble(Charts::ratio).max().orElse(1));
    var svg = chart(compared.size() + 1, "Sockeye's cost, as a part of the best peer's");
    double bottom = compared.size() * ROW + 4;
    svg.line("peer", LEFT + scale, 0, LEFT + scale, bottom);
    svg.text("tick", LEFT + scale, bottom + 16, "1.00: the best peer");
    for (int i = 0; i < compared.size(); i++) {
      Comparison comparison = compared.get(i);
      double ratio = ratio(comparison);
      double bar = comparison.scenario().summary().bars().ofBestPeer();
      double top = middle(i) - BAR / 2.0;
      label(svg, i, comparison.scenario().name());
      svg.rectangle("sockeye", LEFT, top, scale * ratio, BAR);
      if (!Double.isNaN(bar)) {
        svg.line("bar", LEFT + scale * bar, top - 4, LEFT + scale * bar, top + BAR + 4);
      }
      String value = String.format(Locale.ROOT, "%.2f", ratio);
      svg.text(
          "value",
          LEFT + scale * Math.max(ratio, Double.isNaN(bar) ? 0 : bar) + 8,
          middle(i) + 4,
          value);
    }
    return svg.toString();
  }

  private static double ratio(Comparison comparison) {
    return comparison.bestPeer().flatMap(comparison::sockeyeTo).orElse(-1.0);
  }

  private static List<Result> measured(Comparison comparison) {
    return comparison.results().stream().filter(Result::succeeded).toList();
  }

  private static Svg chart(int rows, String title) {
    return new Svg(WIDTH, rows * ROW + 4, title);
  }

  private static void label(Svg svg, int row, String label) {
    svg.text("label", LEFT - 12, middle(row) + 4, label);
  }

  private static double middle(int row) {
    return row * ROW + ROW / 2.0 + 2;
  }

  private static double last(double[] rounds) {
    return rounds[rounds.length - 1];
  }

  /** The power of ten at or below a value. */
  private static double floor(double value) {
    return Math.pow(10, Math.floor(Math.log10(Math.max(value, 1e-3))));
  }

  private static double place(double value, double from, double to) {
    return LEFT + PLOT * Math.log10(Math.max(value, from) / from) / Math.log10(to / from);
  }

  private static String milliseconds(double value) {
    return value < 1
        ? String.format(Locale.ROOT, "%.0f µs", value * 1000)
        : String.format(Locale.ROOT, "%.0f ms", value);
  }

  private static String style(Contender server) {
    if (server == Contender.LIMIT) {
      return "limit";
    }
    return server.isPeer() ? "peer-server" : "sockeye";
  }
}
