// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class Utf8Test {

  @Test
  void allSequencesOfTwoBytesAreJudgedAsByTheJdk() {
    for (int i = 0; i < 1 << 16; i++) {
      assertSameAsJdk((byte) (i >> 8), (byte) i);
    }
  }

  @Test
  void theBordersOfLongerSequencesAreJudgedAsByTheJdk() {
    int[] borders = {0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF};
    for (int lead = 0xE0; lead <= 0xFF; lead++) {
      for (int second : borders) {
        for (int third : borders) {
          assertSameAsJdk((byte) lead, (byte) second, (byte) third);
          for (int fourth : borders) {
            assertSameAsJdk((byte) lead, (byte) second, (byte) third, (byte) fourth);
          }
        }
      }
    }
  }

  private static void assertSameAsJdk(byte... bytes) {
    // A million assertions of AssertJ would take a while.
    if (Utf8.isValid(bytes, 0, bytes.length) != isValidForJdk(bytes)) {
      throw new AssertionError("judged differently: " + Arrays.toString(bytes));
    }
  }

  private static boolean isValidForJdk(byte[] bytes) {
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
