// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.spi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"_placeholder\":true,\"num\":0}|0",
        "{\"num\":12,\"_placeholder\":true}|12",
        "{ \"_placeholder\" : true , \"num\" : 3 }|3",
        "{\"_placeholder\":true,\"num\":999999999}|999999999",
      })
  void itHasANumber(String json, int number) {
    assertThat(numberIn(json)).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"num\":0}",
        "{\"_placeholder\":true}",
        "{\"_placeholder\":false,\"num\":0}",
        "{\"_placeholder\":1,\"num\":0}",
        "{\"_placeholder\":true,\"num\":-1}",
        "{\"_placeholder\":true,\"num\":1.0}",
        "{\"_placeholder\":true,\"num\":1000000000}",
        "{\"_placeholder\":true,\"num\":0,\"x\":1}",
        "[\"_placeholder\"]",
        "{\"_place",
        "{\"_placeholder\":true,\"num\":",
      })
  void nothingElseIsOne(String json) {
    assertThat(numberIn(json)).isEqualTo(-1);
  }

  private static int numberIn(String json) {
    byte[] utf8 = ("[" + json).getBytes(UTF_8);
    return Placeholder.numberAt(utf8, 1, utf8.length);
  }
}
