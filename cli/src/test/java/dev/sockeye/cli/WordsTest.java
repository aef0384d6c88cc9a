// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void wordsHaveSpacesBetweenThem() {
    assertThat(Words.of("  chat hello world ")).containsExactly("chat", "hello", "world");
  }

  @Test
  void scalarsAreJson() {
    assertThat(Words.of("12 -1.5 true null 012"))
        .isEqualTo(Arrays.asList(12, -1.5, true, null, "012"));
  }

  @Test
  void jsonMayHaveSpaces() {
    assertThat(Words.of("a {\"b\": [1, \"}\"]} \"c \\\" d\" e"))
        .containsExactly("a", Map.of("b", List.of(1, "}")), "c \" d", "e");
  }

  @Test
  void hexAndBase64AreBytes() {
    assertThat(Words.of("hex:0102 base64:AwQ="))
        .containsExactly(new byte[] {1, 2}, new byte[] {3, 4});
  }

  @Test
  void bytesMayStandWithinJson() {
    assertThat(Words.of("[{\"$hex\":\"0102\"}]"))
        .usingRecursiveComparison()
        .isEqualTo(List.of(List.of(new byte[] {1, 2})));
  }

  @Test
  void anOpenBracketIsNamed() {
    assertThatThrownBy(() -> Words.of("chat {\"a\":"))
        .hasMessage("a bracket is not closed in '{\"a\":'");
  }

  @Test
  void anOpenQuoteIsNamed() {
    assertThatThrownBy(() -> Words.of("chat \"a")).hasMessage("a quote is not closed in '\"a'");
  }

  @Test
  void anArgumentOfACommandLineMayHaveSpaces() {
    assertThat(Words.value("hello world")).isEqualTo("hello world");
  }

  @Test
  void nothingMayFollowAJsonArgument() {
    assertThatThrownBy(() -> Words.value("{} {}")).hasMessage("after {} there is more: ' {}'");
  }

  @Test
  void theNameOfAnEventIsAString() {
    assertThatThrownBy(() -> Event.of(Words.of("12 a")))
        .hasMessage("the name of an event is a string: put quotes around it, as in \"12\"");
  }
}
