// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import java.util.Arrays;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

class ExpectedDeflatedTest {
  private static final String TEXT = "42[\"news\",\"" + "la".repeat(1000) + "\"]";

  private final Expected expected = new ExpectedDeflated(TEXT);

  private boolean matches(byte[] payload) {
    return expected.matches(Unpooled.wrappedBuffer(payload), 0, payload.length);
  }

  /** As RFC 7692 §7.2.1 has it: flushed, and without the four bytes at the end. */
  private static byte[] deflated(String text, int level) {
    var deflater = new Deflater(level, true);
    deflater.setInput(Wire.ascii(text));
    byte[] bytes = new byte[4096];
    int length = deflater.deflate(bytes, 0, bytes.length, Deflater.SYNC_FLUSH);
    deflater.end();
    return Arrays.copyOf(bytes, length - 4);
  }

  @Test
  void theTextMatchesAtAnyLevel() {
    assertThat(matches(deflated(TEXT, 1))).isTrue();
    assertThat(matches(deflated(TEXT, 9))).isTrue();
  }

  @Test
  void anotherTextDoesNot() {
    assertThat(matches(deflated(TEXT.replace("news", "olds"), 1))).isFalse();
  }

  @Test
  void aLongerTextDoesNot() {
    assertThat(matches(deflated(TEXT + "!", 1))).isFalse();
  }

  @Test
  void whatIsNotCompressedDoesNot() {
    assertThat(matches(Wire.ascii(TEXT))).isFalse();
  }
}
