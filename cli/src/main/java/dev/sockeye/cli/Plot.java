// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lines over a common axis, as SVG to stand in a page. */
final class Plot {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 240;
  private static final int LEFT = 64;
  private static final int RIGHT = 16;
  private static final int TOP = 28;
  private static final int BOTTOM = 40;
  private static final int ROWS = 4;
  private static final List<String> COLOURS = List.of("#0b6bcb", "#d9480f");

  private final String below;
  private final String unit;
  private final Map<String, List<Point>> lines = new LinkedHashMap<>();

  /** What stands below the axis, by its place; empty for round numbers. */
  private Map<Double, String> ticks = Map.of();

  /** A point in the data's own units. */
  record Point(double x, double y) {}

  Plot(String below, String unit) {
    this.below = below;
    this.unit = unit;
  }

  /** Words below the axis in place of numbers. */
  void ticks(Map<Double, String> words) {
    ticks = words;
  }

  Plot line(String name, List<Point> points) {
    lines.put(name, List.copyOf(points));
    return this;
  }

  String svg() {
    double maxX = max(true);
    double maxY = roundUp(max(false));
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<svg viewBox=\"0 0 %d %d\" role=\"img\" font-family=\"system-ui, sans-serif\" font-size=\"12\" fill=\"#51606e\">\n"
            .formatted(WIDTH, HEIGHT));
    for (int row = 0; row <= ROWS; row++) {
      double value = maxY * row / ROWS;
      double y = y(value, maxY);
      svg.append(
          format(
              "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#dde3e8\"/>\n",
              LEFT, WIDTH - RIGHT, y, y));
      svg.append(text(LEFT - 8, y + 4, "end", label(value) + (unit.isEmpty() ? "" : " " + unit)));
    }
    for (Map.Entry<Double, String> tick : ticksUpTo(maxX).entrySet()) {
      svg.append(text(x(tick.getKey(), maxX), HEIGHT - BOTTOM + 18, "middle", tick.getValue()));
    }
    svg.append(text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 4, "middle", below));
    drawLines(svg, maxX, maxY);
    return svg.append("</svg>\n").toString();
  }

  private void drawLines(StringBuilder svg, double maxX, double maxY) {
    int number = 0;
    for (Map.Entry<String, List<Point>> line : lines.entrySet()) {
      String colour = COLOURS.get(number % COLOURS.size());
      int x = LEFT + 180 * number;
      svg.append(
          format("<rect x=\"%d\" y=\"8\" width=\"12\" height=\"4\" fill=\"%s\"/>\n", x, colour));
      svg.append(text(x + 18, 14, "start", line.getKey()));
      if (!line.getValue().isEmpty()) {
        StringBuilder points = new StringBuilder();
        for (Point point : line.getValue()) {
          points.append(format("%.1f,%.1f ", x(point.x(), maxX), y(point.y(), maxY)));
        }
        svg.append(
            "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2\" stroke-linejoin=\"round\" points=\"%s\"/>\n"
                .formatted(colour, points.toString().strip()));
      }
      number++;
    }
  }

  private Map<Double, String> ticksUpTo(double maxX) {
    Map<Double, String> shown = new LinkedHashMap<>();
    if (!ticks.isEmpty()) {
      ticks.forEach(
          (at, word) -> {
            if (at <= maxX + 1e-9) {
              shown.put(at, word);
            }
          });
      return shown;
    }
    double step = roundUp(maxX / 8);
    for (int i = 0; i * step <= maxX; i++) {
      shown.put(i * step, label(i * step));
    }
    return shown;
  }

  private double max(boolean ofX) {
    return lines.values().stream()
        .flatMap(List::stream)
        .mapToDouble(point -> ofX ? point.x() : point.y())
        .filter(value -> value > 0)
        .max()
        .orElse(1);
  }

  /** The next larger of 1, 2, 5, 10, 20… and their fractions. */
  static double roundUp(double value) {
    double power = Math.pow(10, Math.floor(Math.log10(value)));
    for (double factor : new double[] {1, 2, 5}) {
      if (value <= factor * power * (1 + 1e-9)) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  private static double x(double value, double max) {
    return LEFT + value / max * (WIDTH - LEFT - RIGHT);
  }

  private static double y(double value, double max) {
    return HEIGHT - BOTTOM - value / max * (HEIGHT - TOP - BOTTOM);
  }

  private static String text(double x, double y, String anchor, String text) {
    return format(
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>\n",
        x, y, anchor, Html.escape(text));
  }

  private static String label(double value) {
    List<String> forms = new ArrayList<>(List.of("%.0f", "%.1f", "%.2f", "%.3f"));
    for (String form : forms) {
      String label = format(form, value);
      if (Math.abs(Double.parseDouble(label) - value) < 1e-9) {
        return label;
      }
    }
    return format("%.4f", value);
  }

  private static String format(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
