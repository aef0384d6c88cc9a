// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** Percentiles on a scale on which each step to the right is one nine more. */
final class Nines {
  /** What stands below the scale. */
  static final Map<Double, String> TICKS = ticks();

  private static final int STEPS = 20;

  private Nines() {}

  /** The times in milliseconds, as far to the right as there were enough of them. */
  static List<Plot.Point> of(Histogram times) {
    List<Plot.Point> points = new ArrayList<>();
    double last = Math.min(4, Math.log10((double) Math.max(1, times.getTotalCount())));
    for (int step = 0; times.getTotalCount() > 0 && step <= (int) (last * STEPS); step++) {
      double nines = (double) step / STEPS;
      double percentile = 100 * (1 - Math.pow(10, -nines));
      points.add(
          new Plot.Point(nines, Measurements.millis(times.getValueAtPercentile(percentile))));
    }
    return points;
  }

  private static Map<Double, String> ticks() {
    Map<Double, String> ticks = new LinkedHashMap<>();
    ticks.put(0.0, "0 %");
    ticks.put(-Math.log10(0.5), "50 %");
    ticks.put(1.0, "90 %");
    ticks.put(2.0, "99 %");
    ticks.put(3.0, "99.9 %");
    ticks.put(4.0, "99.99 %");
    return ticks;
  }
}
