// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameReaderTest {
  private final FrameReader reader = new FrameReader();
  private final List<String> frames = new ArrayList<>();

  @Test
  void framesOfOneReadComeInOrder() {
    read(Frames.concat(Frames.unmasked("40"), Frames.unmasked("2")));

    assertThat(frames).containsExactly("1 40", "1 2");
  }

  @Test
  void aFrameMayComeByteByByte() {
    for (byte b : Frames.unmasked("a".repeat(200))) {
      read(new byte[] {b});
    }

    assertThat(frames).containsExactly("1 " + "a".repeat(200));
  }

  @Test
  void aMaskedFrameTellsItsKey() {
    reader.read(
        Unpooled.copiedBuffer(Frames.masked("hi")),
        (opcode, bytes, offset, length, mask) ->
            frames.add(
                mask
                    + " "
                    + (char) (bytes.getByte(offset) ^ mask >> 24)
                    + (char) ((bytes.getByte(offset + 1) ^ mask >> 16) & 0xff)));

    assertThat(frames).containsExactly(0x37fa213d + " hi");
  }

  @Test
  void aFragmentIsRefused() {
    byte[] fragment = Frames.unmasked("40");
    fragment[0] &= 0x7f;

    assertThatThrownBy(() -> read(fragment))
        .hasMessageContaining("only whole messages are known here");
  }

  private void read(byte[] bytes) {
    ByteBuf read = Unpooled.copiedBuffer(bytes);
    reader.read(
        read,
        (opcode, in, offset, length, mask) ->
            frames.add(opcode + " " + FrameReader.text(in, offset, length)));
  }
}
