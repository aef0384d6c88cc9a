// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import java.util.Locale;

/**
 * Whether Sockeye meets a bar.
 *
 * @param what was compared with what
 * @param value what it came to, in words
 * @param bar at most that, in words
 */
record Verdict(String what, String value, String bar, boolean met) {
  static Verdict ratio(String what, double value, double bar) {
    return new Verdict(what, ratio(value), ratio(bar), value <= bar);
  }

  static Verdict figure(Figure figure, double value, double bar) {
    return new Verdict(figure.title(), figure.format(value), figure.format(bar), value <= bar);
  }

  String word() {
    return met ? "met" : "NOT MET";
  }

  private static String ratio(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  @Override
  public String toString() {
    return what + ": " + value + "; the bar is ≤ " + bar + ": " + word();
  }
}
