// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameTableTest {
  private final NameTable names = new NameTable();

  @Test
  void aNameSeenBeforeIsTheSameString() {
    assertThat(name("chat")).isEqualTo("chat").isSameAs(name("chat"));
  }

  @Test
  void veryManyNamesAreAllRight() {
    for (int i = 0; i < 10_000; i++) {
      assertThat(name("é" + i)).isEqualTo("é" + i);
    }
  }

  @Test
  void namesWithTheSameHashAreToldApart() {
    assertThat(name("Aa")).isEqualTo("Aa");
    assertThat(name("BB")).isEqualTo("BB");
  }

  @Test
  void longNamesAreNotKept() {
    String longName = "x".repeat(65);
    assertThat(name(longName)).isEqualTo(longName).isNotSameAs(name(longName));
  }

  private String name(String text) {
    byte[] utf8 = ("<" + text + ">").getBytes(UTF_8);
    return names.name(utf8, 1, utf8.length - 1);
  }
}
