// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.spi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {
  private static boolean isValid(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    return Utf8.isValid(bytes, 0, bytes.length);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00",
        "7f",
        "c280",
        "dfbf",
        "e0a080",
        "ed9fbf",
        "ee8080",
        "efbfbf",
        "f0908080",
        "f48fbfbf",
        "6162636465666768c3a9"
      })
  void everyCodePointHasItsForm(String hex) {
    assertThat(isValid(hex)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "80",
        "bf",
        "c0af",
        "c1bf",
        "c2",
        "c241",
        "e0",
        "e09f80",
        "e080",
        "eda080",
        "edbfbf",
        "e28228",
        "f08f8080",
        "f0808080",
        "f4908080",
        "f5808080",
        "f09080",
        "fe",
        "ff",
        "6162636465666768c3"
      })
  void whatIsNotTheShortestFormOfACodePointIsRefused(String hex) {
    assertThat(isValid(hex)).isFalse();
  }

  @Test
  void itAgreesWithTheJdkOnRandomBytes() {
    long seed = 20261122;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = "some text é ☃ 𝄞 to spoil".getBytes(UTF_8);
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      assertThat(Utf8.isValid(bytes, 0, bytes.length))
          .as("seed %d, %s", seed, HexFormat.of().formatHex(bytes))
          .isEqualTo(jdkSaysValid(bytes));
    }
  }

  private static boolean jdkSaysValid(byte[] bytes) {
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
