// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import java.util.Locale;

/** A column of the table. */
enum Figure {
  CPU("CPU µs", 2),
  RATE("per second", 0),
  P50("p50 ms", 2),
  P99("p99 ms", 2),
  P999("p99.9 ms", 2),
  RSS("RSS MB", 0),
  SERVER_LOAD("server %", 0),
  GENERATOR_LOAD("generator %", 0),
  LIVE_BYTES("heap + direct B", 0),
  HEAP_BYTES("heap B", 0),
  DIRECT_BYTES("direct B", 0),
  RSS_BYTES("RSS growth B", 0),
  CPU_PER_SECOND("CPU µs/s", 2);

  private final String title;
  private final int decimals;

  Figure(String title, int decimals) {
    this.title = title;
    this.decimals = decimals;
  }

  String title() {
    return title;
  }

  String format(double value) {
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }
}
