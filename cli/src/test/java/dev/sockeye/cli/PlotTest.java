// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlotTest {
  @ParameterizedTest
  @CsvSource({"0.3,0.5", "1,1", "1.1,2", "37,50", "501,1000"})
  void axesEndAtRoundNumbers(double value, double end) {
    assertThat(Plot.roundUp(value)).isEqualTo(end);
  }

  @Test
  void aLineGoesFromTheLowerLeftToTheUpperRight() {
    String svg =
        new Plot("x", "").line("a", List.of(new Plot.Point(0, 0), new Plot.Point(1, 1))).svg();
    assertThat(svg).contains("points=\"64.0,200.0 704.0,28.0\"");
  }

  @Test
  void aPlotWithoutPointsIsEmpty() {
    assertThat(new Plot("x", "").line("a", List.of()).svg()).doesNotContain("polyline");
  }

  @Test
  void namesAreEscaped() {
    assertThat(new Plot("<x>", "").svg()).contains("&lt;x&gt;");
  }
}
