// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** The results of a load test as lines of text. */
final class LoadSummary {
  private final LoadPlan plan;
  private final LoadResult result;

  LoadSummary(LoadPlan plan, LoadResult result) {
    this.plan = plan;
    this.result = result;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s: %d of %d clients connected, %d messages sent, %d received, %d errors"
            .formatted(
                plan.scenario(),
                result.connected(),
                plan.clients(),
                result.sent(),
                result.received(),
                result.errorCount()));
    lines.add(
        "%-22s%9s%9s%9s%9s%9s".formatted("milliseconds", "p50", "p90", "p99", "p99.9", "max"));
    lines.add(row("to connect", result.connecting()));
    if (plan.scenario().sends()) {
      lines.add(row("from when it was due", result.latencies()));
      lines.add(row("from when it was sent", result.uncorrected()));
    }
    result.errors().forEach((kind, count) -> lines.add("%6d × %s".formatted(count, kind)));
    return lines;
  }

  private static String row(String name, Histogram times) {
    if (times.getTotalCount() == 0) {
      return "%-22s%9s".formatted(name, "none");
    }
    return String.format(
        Locale.ROOT,
        "%-22s%9.2f%9.2f%9.2f%9.2f%9.2f",
        name,
        millis(times, 50),
        millis(times, 90),
        millis(times, 99),
        millis(times, 99.9),
        millis(times, 100));
  }

  private static double millis(Histogram times, double percentile) {
    return Measurements.millis(times.getValueAtPercentile(percentile));
  }
}
