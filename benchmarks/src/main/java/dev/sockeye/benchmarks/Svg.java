// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import java.util.Locale;

/**
 * A drawing that stands in the page itself. Colours and fonts come from the page's style sheet, by
 * class.
 */
final class Svg {
  private final StringBuilder text = new StringBuilder();

  /**
   * @param title what those read who don't see it
   */
  Svg(int width, int height, String title) {
    add("<svg viewBox=\"0 0 %d %d\" role=\"img\"><title>%s</title>", width, height, escape(title));
  }

  Svg rectangle(String style, double x, double y, double width, double height) {
    return add(
        "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"3\"/>",
        style, x, y, Math.max(1, width), height);
  }

  Svg line(String style, double x1, double y1, double x2, double y2) {
    return add(
        "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
        style, x1, y1, x2, y2);
  }

  Svg dot(String style, double x, double y, double radius) {
    return add("<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"/>", style, x, y, radius);
  }

  Svg text(String style, double x, double y, String label) {
    return add("<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>", style, x, y, escape(label));
  }

  private Svg add(String format, Object... arguments) {
    text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    return this;
  }

  /** Text as it may stand in HTML and in SVG. */
  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  @Override
  public String toString() {
    return text + "</svg>\n";
  }
}
