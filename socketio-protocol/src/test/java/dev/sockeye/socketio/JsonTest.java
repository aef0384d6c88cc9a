// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class JsonTest {

  @Test
  void itIsItsText() {
    assertThat(Json.of(" {\"é\":1} ")).hasToString(" {\"é\":1} ");
    assertThat(Json.of("[1]")).isEqualTo(Json.of("[1]")).hasSameHashCodeAs(Json.of("[1]"));
    assertThat(Json.of("[1]")).isNotEqualTo(Json.of("[2]"));
  }

  @Test
  void whatIsNotJsonIsTheCallersFault() {
    assertThatThrownBy(() -> Json.of("{'a':1}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no JSON value (invalid payload: not JSON at byte 1)");
  }
}
