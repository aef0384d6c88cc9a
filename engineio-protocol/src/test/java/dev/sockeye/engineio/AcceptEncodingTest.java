// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptEncodingTest {
  private static AcceptEncoding accept(String... lines) {
    return AcceptEncoding.of(List.of(lines));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "gzip > 1",
        "GZIP ; Q=0.25 > 0.25",
        "br, gzip;q=0.001 > 0.001",
        "gzip;q=0, * > 0",
        "*;q=0.5, br > 0.5",
        "br > 0",
        "'' > 0",
      })
  void aCodingWeighsWhatIsSaidOfItOrOfTheRest(String line, double weight) {
    assertThat(accept(line).weight("gzip")).isEqualTo(weight);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {"gzip;q=1.5", "gzip;q=0.1234", "gzip;level=9", "gzip;q=", "g zip", ";gzip"})
  void whatMakesNoSenseIsLeftOut(String line) {
    assertThat(accept(line + ", br").weight("gzip")).isZero();
    assertThat(accept(line + ", br").weight("br")).isOne();
  }

  @Test
  void linesAreOneList() {
    AcceptEncoding both = accept("br;q=0.5", "deflate, gzip");
    assertThat(both.rank("deflate")).isEqualTo(1);
    assertThat(both.rank("gzip")).isEqualTo(2);
  }

  @Test
  void aCodingThatIsNotNamedStandsWhereTheRestDoes() {
    assertThat(accept("br, *, gzip").rank("zstd")).isEqualTo(1);
    assertThat(accept("br, gzip").rank("zstd")).isEqualTo(2);
  }
}
