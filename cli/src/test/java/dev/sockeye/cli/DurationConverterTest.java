// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationConverterTest {
  private final DurationConverter converter = new DurationConverter();

  @ParameterizedTest
  @CsvSource({"500ms,500", "5,5000", "1.5s,1500", "2m,120000", "1h,3600000"})
  void timesHaveUnits(String text, long millis) {
    assertThat(converter.convert(text)).isEqualTo(Duration.ofMillis(millis));
  }

  @Test
  void whatIsNoTimeIsNamed() {
    assertThatThrownBy(() -> converter.convert("soon"))
        .hasMessage("'soon' is no time such as 500ms, 5s, 2m or 1h");
  }

  @ParameterizedTest
  @CsvSource({"500,500ms", "5000,5s", "120000,2m", "0,0s"})
  void timesAreWrittenAsTheyAreRead(long millis, String text) {
    assertThat(DurationConverter.format(Duration.ofMillis(millis))).isEqualTo(text);
  }
}
