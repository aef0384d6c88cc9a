// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundsTest {
  @ParameterizedTest
  @ValueSource(strings = {"PT0.001S", "PT596H31M23.647S"})
  void aTimeIsFrom1MillisecondTo24Days(Duration time) {
    assertThat(Bounds.time("timeout", time)).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT-1S", "PT0S", "PT0.000999S", "PT596H31M23.648S"})
  void anotherTimeIsRefused(Duration time) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Bounds.time("timeout", time))
        .withMessage("timeout must be from PT0.001S to PT596H31M23.647S, not " + time);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 11})
  void aNumberBeyondItsLimitsIsRefused(int number) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Bounds.upTo(10, "maxPayload", number))
        .withMessage("maxPayload must be from 1 to 10, not " + number);
  }

  @Test
  void theLimitsThemselvesAreFine() {
    assertThat(Bounds.upTo(10, "maxPayload", 1) + Bounds.upTo(10, "maxPayload", 10)).isEqualTo(11);
  }

  @Test
  void zeroIsNotPositive() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Bounds.positive("maxRooms", 0))
        .withMessage("maxRooms must be positive, not 0");
  }

  @Test
  void zeroIsNotNegative() {
    assertThat(Bounds.notNegative("retries", 0)).isZero();
  }

  @Test
  void lessThanZeroIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Bounds.notNegative("retries", -1))
        .withMessage("retries must not be negative, as -1");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void aPartIsFromNothingToAll(double part) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Bounds.fraction("randomizationFactor", part))
        .withMessage("randomizationFactor must be from 0 to 1, not " + part);
  }
}
