// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import java.time.Duration;
import java.util.List;

/** Something that servers are compared in. */
interface Scenario {
  Summary summary();

  /** The columns; the first one is what the ratios and the bars compare, and less is better. */
  List<Figure> figures();

  /** How long a run takes with this timing, about. */
  Duration estimate(Timing timing);

  /** Runs once. Ends in a bounded time whatever the server does. */
  Outcome run(Generator generator, Target server, Timing timing) throws Exception;

  default String name() {
    return summary().name();
  }

  /** Whether each run needs a process of its own, because what is measured is its memory. */
  default boolean freshProcess() {
    return summary().setting() == Setting.MEMORY;
  }
}
