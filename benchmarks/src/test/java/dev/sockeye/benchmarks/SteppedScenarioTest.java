// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SteppedScenarioTest {
  private static final Scenario GROWTH = BenchOptions.parse("broadcast-growth").scenarios().get(0);

  @Test
  void theLastStepIsTheMainFigureAndItsGrowthComesNext() {
    assertThat(GROWTH.figures())
        .extracting(Figure::title)
        .containsExactly("CPU µs, 10,000", "CPU, 10,000 ÷ 100", "CPU µs, 100", "CPU µs, 1,000");
  }

  @Test
  void theGrowthHasABar() {
    var sockeye = new Result(Contender.SOCKEYE_IO);
    Figure growth = GROWTH.figures().get(1);
    sockeye.add(new Outcome.Sample(Map.of(growth, 1.5)));

    assertThat(new Comparison(GROWTH, List.of(sockeye)).verdicts())
        .containsExactly(Verdict.figure(growth, 1.5, 1.3));
  }
}
