// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.RawData;
import org.junit.jupiter.api.Test;

class RawPacketsTest {
  @Test
  void bothLayersAreNamed() {
    assertThat(RawPackets.ofText("42[\"chat\"]")).isEqualTo("42[\"chat\"]  (message, event)");
  }

  @Test
  void packetsOfTheEngineAreNamed() {
    assertThat(RawPackets.ofText("3probe")).isEqualTo("3probe  (pong)");
  }

  @Test
  void aPayloadHasSeveralPackets() {
    assertThat(RawPackets.ofPayload("40{\"sid\":\"a\"}\u001e2\u001ebAQI="))
        .containsExactly(
            "40{\"sid\":\"a\"}  (message, connect)",
            "2  (ping)",
            "bAQI=  (message, bytes in base64)");
  }

  @Test
  void bytesAreShownInHex() {
    assertThat(RawPackets.ofBinary(RawData.binary(new byte[] {1, -1})))
        .isEqualTo("01ff  (message, 2 bytes)");
  }

  @Test
  void whatIsNoPacketIsShownAllTheSame() {
    assertThat(RawPackets.ofText("hello")).isEqualTo("hello  (unknown)");
  }
}
