// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionTest {
  @Test
  void aRejectionIsForbiddenUnlessItSaysOtherwise() {
    assertThat(Decision.reject()).isEqualTo(new Decision.Rejected("Forbidden", 403));
    assertThat(Decision.reject("no session")).isEqualTo(new Decision.Rejected("no session", 403));
    assertThat(Decision.reject("busy", 503)).isEqualTo(new Decision.Rejected("busy", 503));
  }

  @Test
  void allowingIsNoRejection() {
    assertThat(Decision.allow()).isSameAs(Decision.allow()).isNotEqualTo(Decision.reject());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 200, 399, 600})
  void aRejectionWithTheStatusOfASuccessIsRefused(int status) {
    assertThatThrownBy(() -> Decision.reject("x", status))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("400 to 599: " + status);
  }
}
