// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasurementsTest {
  private static final long MILLI = 1_000_000;

  private final Measurements measurements = new Measurements();

  @Test
  void latencyCountsFromWhenAMessageWasDue() {
    measurements.latency(50 * MILLI, MILLI);
    assertThat(Measurements.millis(measurements.result().latencies().getMaxValue()))
        .isCloseTo(50, within(0.1));
  }

  @Test
  void aSampleTellsOfItsOwnSecond() {
    measurements.latency(50 * MILLI, MILLI);
    measurements.sample(1);
    measurements.latency(10 * MILLI, MILLI);
    assertThat(measurements.sample(2).median()).isCloseTo(10, within(0.1));
  }

  @Test
  void theResultIsOfAllSeconds() {
    measurements.latency(MILLI, MILLI);
    measurements.sample(1);
    measurements.latency(MILLI, MILLI);
    assertThat(measurements.result().latencies().getTotalCount()).isEqualTo(2);
  }

  @Test
  void errorsAreCountedByKind() {
    measurements.error("a");
    measurements.error("b");
    measurements.error("a");
    assertThat(measurements.result().errors()).isEqualTo(Map.of("a", 2L, "b", 1L));
  }
}
