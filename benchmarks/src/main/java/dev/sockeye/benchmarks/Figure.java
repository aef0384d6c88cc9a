// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import java.util.Locale;

/**
 * A column of the table.
 *
 * @param title its heading, with the unit
 * @param decimals how many are shown
 */
record Figure(String title, int decimals) {
  static final Figure CPU = new Figure("CPU µs", 2);
  static final Figure BROKER_CPU = new Figure("Redis µs", 2);
  static final Figure RATE = new Figure("per second", 0);
  static final Figure P50 = new Figure("p50 ms", 2);
  static final Figure P99 = new Figure("p99 ms", 2);
  static final Figure P999 = new Figure("p99.9 ms", 2);
  static final Figure RSS = new Figure("RSS MB", 0);
  static final Figure SERVER_LOAD = new Figure("server %", 0);
  static final Figure GENERATOR_LOAD = new Figure("generator %", 0);
  static final Figure LIVE_BYTES = new Figure("heap + direct B", 0);
  static final Figure HEAP_BYTES = new Figure("heap B", 0);
  static final Figure DIRECT_BYTES = new Figure("direct B", 0);
  static final Figure RSS_BYTES = new Figure("RSS growth B", 0);
  static final Figure CPU_PER_SECOND = new Figure("CPU µs/s", 2);

  /** The same figure in one step of a scenario that has several. */
  Figure in(String step) {
    return new Figure(title + ", " + step, decimals);
  }

  String format(double value) {
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }
}
