// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio;

import static dev.sockeye.engineio.Wire.bytes;
import static dev.sockeye.engineio.Wire.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class RawDataTest {
  @Test
  void theSameBytesAreEqualWhereverTheyLie() {
    assertThat(text("a€")).isEqualTo(RawData.text("a€")).hasSameHashCodeAs(RawData.text("a€"));
  }

  @Test
  void aTextDiffersFromABlobOfTheSameBytes() {
    assertThat(text("4")).isNotEqualTo(bytes("34"));
  }

  @Test
  void theRestSharesTheArray() {
    RawData whole = text("4hello");
    assertThat(whole.from(1)).isEqualTo(text("hello"));
    assertThat(whole.from(1).array()).isSameAs(whole.array());
    assertThat(whole.from(6).length()).isZero();
  }

  @Test
  void noByteOutsideCanBeReached() {
    assertThatThrownBy(() -> text("4").from(2)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> text("4").from(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> text("4").byteAt(1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> RawData.binary(new byte[2], 1, 2))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void aBufferGivesItsRemainingBytesAndKeepsItsPosition() {
    ByteBuffer heap = ByteBuffer.wrap(new byte[] {9, 1, 2, 9}, 1, 2);
    ByteBuffer direct = ByteBuffer.allocateDirect(2).put((byte) 1).put((byte) 2).flip();
    assertThat(RawData.binary(heap)).isEqualTo(bytes("01 02"));
    assertThat(RawData.binary(direct)).isEqualTo(bytes("01 02"));
    assertThat(direct.remaining()).isEqualTo(2);
  }

  @Test
  void aViewIsReadOnlyAndShowsOnlyItsBytes() {
    ByteBuffer view = bytes("01 02").toByteBuffer();
    assertThat(view.isReadOnly()).isTrue();
    assertThat(view).isEqualTo(ByteBuffer.wrap(new byte[] {1, 2}));
  }

  @Test
  void copyingTellsWhereItEnded() {
    byte[] target = new byte[4];
    assertThat(bytes("01 02").copyTo(target, 1)).isEqualTo(3);
    assertThat(target).containsExactly(0, 1, 2, 0);
  }
}
