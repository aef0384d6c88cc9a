// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import java.time.Duration;
import java.util.List;

/**
 * A scenario with traffic of one kind.
 *
 * @param figures the columns of its table
 */
record SteadyScenario(Summary summary, Traffic traffic, List<Figure> figures) implements Scenario {
  private static final List<Figure> FIGURES =
      List.of(
          Figure.CPU,
          Figure.RATE,
          Figure.P50,
          Figure.P99,
          Figure.P999,
          Figure.RSS,
          Figure.SERVER_LOAD,
          Figure.GENERATOR_LOAD);

  SteadyScenario(Summary summary, Traffic traffic) {
    this(summary, traffic, FIGURES);
  }

  SteadyScenario {
    figures = List.copyOf(figures);
  }

  @Override
  public Duration estimate(Timing timing) {
    return traffic.estimate(timing);
  }

  @Override
  public Outcome run(Generator generator, Target server, Timing timing) throws Exception {
    return traffic.run(generator, server, timing);
  }
}
