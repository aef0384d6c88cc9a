// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonScannerTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "true",
        "false",
        "0",
        "-0",
        "1",
        "-12",
        "1.0",
        "0.5",
        "1e5",
        "1E+5",
        "-1.25e-10",
        "123456789012345678901234567890",
        "\"\"",
        "\"a\"",
        "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"",
        "\"\\u00e9\\uD83D\"",
        "\"\u007f\u2028é😀\"",
        "[]",
        "{}",
        " [ ] ",
        "\t{\n}\r",
        "[1,[2,[3]]]",
        "{\"a\":{\"b\":[]}}",
        "{\"a\":1,\"a\":2}",
        "{\"\":0}",
        "[{},[],\"\",0,null]",
        "{\"__proto__\":1}"
      })
  void jsonIsAccepted(String json) {
    assertThatCode(() -> scan(json)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "nul",
        "nulL",
        "True",
        "undefined",
        "NaN",
        "Infinity",
        "-",
        "+1",
        "01",
        "-01",
        "1.",
        ".5",
        "1e",
        "1e+",
        "0x1",
        "1 2",
        "--1",
        "1.5.5",
        "\"",
        "\"a",
        "'a'",
        "\"\\",
        "\"\\\"",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\u12g4\"",
        "\"\\u\"",
        "\"\n\"",
        "\"\t\"",
        "\"\u0000\"",
        "[",
        "]",
        "[1",
        "[1,",
        "[1,]",
        "[,1]",
        "[1 2]",
        "[1}",
        "{",
        "}",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":1",
        "{\"a\":1,",
        "{\"a\":1,}",
        "{a:1}",
        "{1:1}",
        "{\"a\" 1}",
        "{\"a\":1]",
        "{\"a\":}",
        "{,}",
        "[]]",
        "{}}",
        "null,",
        "/**/1",
        "\u00a01",
        "\ufeff1",
        "\u000b1"
      })
  void whatIsNotJsonIsRefused(String json) {
    assertThatThrownBy(() -> scan(json))
        .isInstanceOf(ParseException.class)
        .hasMessageStartingWith("invalid payload");
  }

  @Test
  void everyCutOfAValueIsRefused() {
    String json = "{\"k\\u0041é\":[-1.5e+3,true,null,\"x\",{}]}";
    byte[] utf8 = json.getBytes(UTF_8);
    for (int length = 0; length < utf8.length; length++) {
      byte[] cut = Arrays.copyOf(utf8, length);
      assertThatThrownBy(() -> new JsonScanner(cut, 0, cut.length, 10, 0).scanValue())
          .as("cut at %d", length)
          .isInstanceOf(ParseException.class);
    }
  }

  @Test
  void theElementsOfTheOutermostArrayAreFound() {
    String json = " [ \"a,]\" ,[1,[2]],{\"b\":[3]} , 4]";
    byte[] utf8 = json.getBytes(UTF_8);
    JsonScanner scanner = new JsonScanner(utf8, 0, utf8.length, 10, 0);
    scanner.scanArray();
    String[] elements = new String[scanner.elements()];
    for (int i = 0; i < elements.length; i++) {
      elements[i] = json.substring(scanner.bounds()[2 * i], scanner.bounds()[2 * i + 1]);
    }
    assertThat(elements).containsExactly("\"a,]\"", "[1,[2]]", "{\"b\":[3]}", "4");
  }

  @Test
  void siblingsDoNotAddToTheNesting() {
    assertThatCode(() -> scan("[" + "[{}],".repeat(100) + "0]")).doesNotThrowAnyException();
  }

  private static void scan(String json) {
    byte[] utf8 = json.getBytes(UTF_8);
    new JsonScanner(utf8, 0, utf8.length, 10, 0).scanValue();
  }
}
