// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The expected values were made by the npm package cookie 0.7.2. */
class CookiesTest {
  private static Map<String, String> parse(String... lines) {
    return Cookies.parse(List.of(lines));
  }

  @Test
  void cookiesKeepTheirOrder() {
    assertThat(parse("foo=bar; bar=baz;a=1"))
        .containsExactly(entry("foo", "bar"), entry("bar", "baz"), entry("a", "1"));
  }

  @Test
  void theFirstOfOneNameCounts() {
    assertThat(parse("a=1;a=2")).containsExactly(entry("a", "1"));
  }

  @Test
  void severalLinesAreReadAsOne() {
    assertThat(parse("a=1; b=2", "b=3; c=4"))
        .containsExactly(entry("a", "1"), entry("b", "2"), entry("c", "4"));
  }

  @Test
  void withoutHeaderThereAreNoCookies() {
    assertThat(parse()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a=|``",
        "a= ; b|``",
        "a=\"b\"|b",
        "a=\"|``",
        "a=\"\"|``",
        "a=\"b|\"b",
        "a=\"b c\"; d=e|b c",
        "a=\"%22\"|\"",
        "a;b;a=c|c",
        "a = b ; c\t=\td|b",
        "a=%20b|` b`",
        "a=%E4%BD%A0|你",
        "a=%F0%9F%98%80|😀",
        "a=é|é",
        "a=b=c|b=c",
        "a==b|=b",
        "$Version=1; a=b|b",
        ";; a=1;|1",
        "a=abc/+def==|abc/+def=="
      })
  void aValueIsReadAsTheOriginalDoes(String line, String value) {
    assertThat(parse(line)).containsEntry("a", value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "b%", "b%2", "%zz", "%+1", "%80", "%C0%80", "%ED%A0%80", "x%41%zz"})
  void aValueThatCannotBeDecodedStaysAsItIs(String value) {
    assertThat(parse("a=" + value)).containsExactly(entry("a", value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a", ";;;", "a;b ; c"})
  void whatHasNoEqualsSignIsSkipped(String line) {
    assertThat(parse(line)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"=x,''", "'foo,bar=x','foo,bar'", "__proto__=x,__proto__"})
  void aStrangeNameIsKept(String line, String name) {
    assertThat(parse(line)).containsExactly(entry(name, "x"));
  }

  @Test
  void aProxysPrefixIsPartOfTheValue() {
    assertThat(parse("io=app01~G4J3Ci0cNDWd_Fz-AAAC"))
        .containsExactly(entry("io", "app01~G4J3Ci0cNDWd_Fz-AAAC"));
  }

  @Test
  void theCookiesCannotBeChanged() {
    Map<String, String> cookies = parse("a=1");
    assertThatThrownBy(() -> cookies.put("b", "2"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void whatIsSetCanBeRead() {
    for (long seed : LongStream.range(0, 2000).toArray()) {
      String value = text(new SplittableRandom(seed));
      assertThat(parse("x=y; " + SetCookie.of("a", value).toHeader()))
          .as("seed %d", seed)
          .containsEntry("a", value);
    }
  }

  private static String text(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(30); left > 0; left--) {
      int limit = random.nextBoolean() ? 0x80 : 0x11_0000;
      int codePoint = random.nextInt(limit);
      boolean surrogate = codePoint >= 0xd800 && codePoint < 0xe000;
      text.appendCodePoint(surrogate ? ';' : codePoint);
    }
    return text.toString();
  }
}
