// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The soak in small; in full size it is a benchmark. */
class SoakTest {
  private static final int CONNECTIONS = 500;
  private static final int MESSAGES = 20_000;

  @Test
  void nothingIsLeftOfClientsThatHaveGone() {
    try (Soak soak = new Soak()) {
      Soak.Holdings first = soak.round(CONNECTIONS, MESSAGES);
      assertThat(first).isEqualTo(new Soak.Holdings(0, 0, 0, first.directBytes()));
    }
  }

  // The first round fills Netty's pools; what a second one takes beyond them would be a leak.
  @Test
  void aSecondRoundNeedsNoMoreMemoryThanTheFirst() {
    try (Soak soak = new Soak()) {
      long afterFirst = soak.round(CONNECTIONS, MESSAGES).directBytes();
      long afterSecond = soak.round(CONNECTIONS, MESSAGES).directBytes();
      assertThat(afterSecond).isLessThanOrEqualTo(2 * afterFirst);
    }
  }
}
