// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A header as servers write it (RFC 6265 §5.2). */
class SetCookieLineTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void aLineIsNameAndValue() {
    assertThat(SetCookieLine.parse("foo=bar"))
        .isEqualTo(new SetCookieLine("foo", "bar", null, null, false, false, null, null));
  }

  @Test
  void allAttributesAreRead() {
    assertThat(
            SetCookieLine.parse(
                "foo=bar; Max-Age=1000; Domain=.example.com; Path=/;"
                    + " Expires=Tue, 01 Jul 2025 10:01:11 GMT; HttpOnly; Secure; SameSite=strict"))
        .isEqualTo(
            new SetCookieLine(
                "foo",
                "bar",
                "example.com",
                "/",
                true,
                true,
                1000L,
                Instant.parse("2025-07-01T10:01:11Z")));
  }

  @Test
  void theCaseOfAttributesAndTheSpaceAroundThemDoNotCount() {
    assertThat(SetCookieLine.parse("a=b;MAX-AGE = 5;domain= Example.COM ;PATH=/X;sEcUrE;httponly"))
        .isEqualTo(new SetCookieLine("a", "b", "example.com", "/X", true, true, 5L, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          a=bar=bar&foo=foo&John=Doe | bar=bar&foo=foo&John=Doe
          a="x y"; Path=/            | "x y"
          a="x                       | "x
          a=x/+==                    | x/+==
          a=  b c \t; Secure         | b c
          a=%41,b                    | %41,b
          a=caf\u00c3\u00a9                    | caf\u00c3\u00a9
          """)
  void aValueIsKeptByteForByte(String line, String value) {
    assertThat(SetCookieLine.parse(line).value()).isEqualTo(value);
  }

  @Test
  void aValueMayBeEmpty() {
    assertThat(SetCookieLine.parse("a=; Path=/").value()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ";", "novalue", "novalue; a=b", "=x", "  =x", "; a=b"})
  void whatHasNoNameIsRefused(String line) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SetCookieLine.parse(line))
        .withMessage("it has no name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=b\u0000", "a\n=b", "a=b; Path=/\r", "a=\u007f", "a=\u4f60"})
  void aCharacterThatNoHeaderHasRefusesTheLine(String line) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SetCookieLine.parse(line))
        .withMessageContaining("it has the character U+");
  }

  @Test
  void theLastOfSeveralAttributesCounts() {
    assertThat(SetCookieLine.parse("a=b; Path=/x; Path=/y; Max-Age=1; Max-Age=2"))
        .isEqualTo(new SetCookieLine("a", "b", null, "/y", false, false, 2L, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Path", "Path=", "Path=x", "Path=/x; Path=x", "Path=\"/x\""})
  void aPathBeginsWithASlash(String attributes) {
    assertThat(SetCookieLine.parse("a=b; " + attributes).path()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Domain", "Domain=", "Domain=.", "Domain=x.example; Domain="})
  void anEmptyDomainIsNone(String attributes) {
    assertThat(SetCookieLine.parse("a=b; " + attributes).domain()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Max-Age", "Max-Age=", "Max-Age=1.5", "Max-Age=1s", "Max-Age=+1", "Max-Age=--1"})
  void anAgeIsDigits(String attributes) {
    assertThat(SetCookieLine.parse("a=b; " + attributes).maxAge()).isNull();
  }

  @Test
  void anAttributeThatIsTooLongIsPassedOver() {
    assertThat(SetCookieLine.parse("a=b; Path=/" + "x".repeat(1024) + "; Secure"))
        .isEqualTo(new SetCookieLine("a", "b", null, null, true, false, null, null));
  }

  @ParameterizedTest
  @CsvSource({
    "a=b; Max-Age=60; Expires=Thu 01 Jan 2099 00:00:00 GMT,  2026-01-01T00:01:00Z",
    "a=b; Expires=Thu 01 Jan 2099 00:00:00 GMT; Max-Age=60,  2026-01-01T00:01:00Z",
    "a=b; Expires=Thu 01 Jan 2099 00:00:00 GMT; Max-Age=x,   2099-01-01T00:00:00Z",
    "a=b; Expires=Thu 01 Jan 2099 00:00:00 GMT; Expires=x,   2099-01-01T00:00:00Z",
    "a=b; Max-Age=0,                                         1970-01-01T00:00:00Z",
    "a=b; Max-Age=-99999999999999999999,                     1970-01-01T00:00:00Z",
    "a=b; Max-Age=99999999999999999999,                      9999-12-31T23:59:59Z"
  })
  void theAgeGoesBeforeTheDate(String line, Instant expiry) {
    assertThat(SetCookieLine.parse(line).expiry(NOW)).isEqualTo(expiry);
  }
}
