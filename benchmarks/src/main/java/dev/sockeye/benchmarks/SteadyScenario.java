// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import java.time.Duration;
import java.util.List;

/** A scenario with traffic of one kind. */
record SteadyScenario(Summary summary, Traffic traffic) implements Scenario {
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

  @Override
  public List<Figure> figures() {
    return FIGURES;
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
