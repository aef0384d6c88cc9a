// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.cli;

import java.util.Locale;
import java.util.function.Consumer;

/** Shows how far a load test is: a bar that moves in a terminal, a line each second elsewhere. */
final class Progress implements Consumer<Sample> {
  private static final int WIDTH = 24;

  private final LoadPlan plan;
  private final Console console;

  Progress(LoadPlan plan, Console console) {
    this.plan = plan;
    this.console = console;
  }

  @Override
  public void accept(Sample sample) {
    String line = line(sample);
    if (console.interactive()) {
      console.err().print("\r\u001b[K" + console.paint(Style.NEWS, line));
      console.err().flush();
    } else {
      console.tell(line);
    }
  }

  String line(Sample sample) {
    double whole = plan.rampUp().plus(plan.duration()).toMillis() / 1000.0;
    int done = (int) Math.round(WIDTH * Math.min(1, sample.second() / whole));
    String latency =
        Double.isNaN(sample.median())
            ? ""
            : String.format(
                Locale.ROOT, ", p50 %.1f ms, p99 %.1f ms", sample.median(), sample.percentile99());
    return String.format(
        Locale.ROOT,
        "[%s%s] %.0f of %.0f s, %d open, %d sent, %d received, %d errors%s",
        "#".repeat(done),
        "-".repeat(WIDTH - done),
        sample.second(),
        whole,
        sample.open(),
        sample.sent(),
        sample.received(),
        sample.errors(),
        latency);
  }

  /** The last one has come. */
  void end() {
    if (console.interactive()) {
      console.err().println();
    }
  }
}
