// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValuesTest {
  private final Values hex = new Values(BinaryForm.HEX);

  @Test
  void bytesAreWrittenInHex() {
    assertThat(hex.write(List.of(1, new byte[] {1, 2}))).isEqualTo("[1,{\"$hex\":\"0102\"}]");
  }

  @Test
  void bytesAreWrittenInBase64() {
    assertThat(new Values(BinaryForm.BASE64).write(ByteBuffer.wrap(new byte[] {1, 2})))
        .isEqualTo("{\"$base64\":\"AQI=\"}");
  }

  @Test
  void plainNamesOfEventsNeedNoQuotes() {
    assertThat(hex.name("chat:message")).isEqualTo("chat:message");
  }

  @Test
  void namesThatWouldReadDifferentlyAreQuoted() {
    assertThat(List.of("two words", "12", "true", "/quit", "hex:01").stream().map(hex::name))
        .containsExactly("\"two words\"", "\"12\"", "\"true\"", "\"/quit\"", "\"hex:01\"");
  }
}
