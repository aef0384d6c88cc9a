// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The expected lines were made by the npm package cookie 0.7.2. */
class SetCookieTest {
  private final SetCookie cookie = SetCookie.of("a", "b");

  @Test
  void withoutAttributesTheLineIsNameAndValue() {
    assertThat(SetCookie.of("uid", "1234").toHeader()).isEqualTo("uid=1234");
  }

  @Test
  void attributesStandInTheOrderOfTheOriginalHoweverTheyWereSet() {
    assertThat(
            cookie
                .sameSite(SameSite.NONE)
                .priority(CookiePriority.HIGH)
                .partitioned(true)
                .secure(true)
                .httpOnly(true)
                .expires(Instant.EPOCH)
                .path("/p")
                .domain("example.com")
                .maxAge(Duration.ofMinutes(1))
                .toHeader())
        .isEqualTo(
            "a=b; Max-Age=60; Domain=example.com; Path=/p; Expires=Thu, 01 Jan 1970 00:00:00 GMT;"
                + " HttpOnly; Secure; Partitioned; Priority=High; SameSite=None");
  }

  @Test
  void anAttributeCanBeTakenOutAgain() {
    SetCookie full = cookie.path("/").sameSite(SameSite.LAX).httpOnly(true).secure(true);
    assertThat(full.withoutPath().withoutSameSite().httpOnly(false).secure(false).toHeader())
        .isEqualTo("a=b");
  }

  @Test
  void aChangeMakesACopy() {
    cookie.httpOnly(true);
    assertThat(cookie.toHeader()).isEqualTo("a=b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1234|1234",
        "a b/é\"|a%20b%2F%C3%A9%22",
        "-_.!~*'()|-_.!~*'()",
        ";,\\😀|%3B%2C%5C%F0%9F%98%80",
        "``|``"
      })
  void aValueIsEncodedAsByEncodeUriComponent(String value, String encoded) {
    assertThat(SetCookie.of("a", value).toHeader()).isEqualTo("a=" + encoded);
  }

  @Test
  void lineBreaksInAValueAreEncoded() {
    assertThat(SetCookie.of("a", "\u0000\r\nSet-Cookie: x=y").toHeader())
        .isEqualTo("a=%00%0D%0ASet-Cookie%3A%20x%3Dy");
  }

  @Test
  void halfASurrogatePairIsRefused() {
    assertThatThrownBy(() -> SetCookie.of("a", "\ud800"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("surrogate");
  }

  @Test
  void anotherEncoderMaySendTheValueAsItIs() {
    assertThat(SetCookie.of("a", "\"x/+=\"", UnaryOperator.identity()).toHeader())
        .isEqualTo("a=\"x/+=\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"", "a\"b", "a,b", "a;b", "a\\b", "a b", "a\r\nb", "a\0b", "é", "\"a"})
  void anEncodedValueWithAnIllegalCharacterIsRefused(String value) {
    assertThatThrownBy(() -> SetCookie.of("a", value, UnaryOperator.identity()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cookie value (after encoding)")
        .message()
        .doesNotContainPattern("\\p{Cntrl}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "", "a=", "a;", "a\r\nb", "a\0", "é", "(a)", "a\u007f"})
  void aNameThatIsNoTokenIsRefused(String name) {
    assertThatThrownBy(() -> SetCookie.of(name, "c"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("name");
  }

  @Test
  void theMessageNamesTheCharacterAndItsPlace() {
    assertThatThrownBy(() -> SetCookie.of("uid x", "1"))
        .hasMessage("the cookie name 'uid x' has an illegal character (U+0020) at index 3");
  }

  @Test
  void whatBrowsersIgnoreForItsLengthIsRefused() {
    assertThat(SetCookie.of("a", "b".repeat(4095)).toHeader()).hasSize(4097);
    assertThatThrownBy(() -> SetCookie.of("a", "b".repeat(4096)))
        .hasMessage(
            "the name and value of cookie 'a' have 4097 bytes; browsers drop more than 4096");
  }

  @ParameterizedTest
  @CsvSource({"1900,1", "-500,-1", "0,0", "86400000,86400"})
  void maxAgeIsRoundedDownToSeconds(long millis, String seconds) {
    assertThat(cookie.maxAge(Duration.ofMillis(millis)).toHeader())
        .isEqualTo("a=b; Max-Age=" + seconds);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2025-01-01T00:00:00.999Z|Wed, 01 Jan 2025 00:00:00 GMT",
        "2031-02-03T04:05:06Z|Mon, 03 Feb 2031 04:05:06 GMT",
        "2026-09-07T00:00:00Z|Mon, 07 Sep 2026 00:00:00 GMT",
        "9999-12-31T23:59:59Z|Fri, 31 Dec 9999 23:59:59 GMT"
      })
  void expiresIsAnHttpDate(Instant instant, String date) {
    assertThat(cookie.expires(instant).toHeader()).isEqualTo("a=b; Expires=" + date);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1600-12-31T23:59:59Z", "+10000-01-01T00:00:00Z"})
  void aDateThatBrowsersCannotReadIsRefused(Instant instant) {
    assertThatThrownBy(() -> cookie.expires(instant))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1601 to 9999: " + instant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"example.com", ".example.com", "localhost", "a-b.EXAMPLE", "1.2.3.4"})
  void aDomainIsAHostName(String domain) {
    assertThat(cookie.domain(domain).toHeader()).isEqualTo("a=b; Domain=" + domain);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "example.com.", "a b", "a..b", "-a", "a;b", "a\r\nX: y", "ä.example"})
  void anotherDomainIsRefused(String domain) {
    assertThatThrownBy(() -> cookie.domain(domain))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the cookie domain '");
  }

  @Test
  void aPathMayHaveSpaces() {
    assertThat(cookie.path("/x y").toHeader()).isEqualTo("a=b; Path=/x y");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "/;", "/; Domain=evil", "/\r\n", "/\0", "/é"})
  void anotherPathIsRefused(String path) {
    assertThatThrownBy(() -> cookie.path(path))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the cookie path '");
  }

  @ParameterizedTest
  @CsvSource({"LOW,Low", "MEDIUM,Medium", "HIGH,High"})
  void priorityIsWrittenAsTheOriginalDoes(CookiePriority priority, String text) {
    assertThat(cookie.priority(priority).toHeader()).isEqualTo("a=b; Priority=" + text);
  }

  @ParameterizedTest
  @CsvSource({"LAX,Lax", "STRICT,Strict"})
  void sameSiteIsWrittenAsTheOriginalDoes(SameSite sameSite, String text) {
    assertThat(cookie.sameSite(sameSite).toHeader()).isEqualTo("a=b; SameSite=" + text);
  }

  @Test
  void aValueIsNotWrittenToLogs() {
    assertThat(SetCookie.of("sid", "secret").httpOnly(true))
        .hasToString("SetCookie[sid, {HTTP_ONLY=}]");
  }
}
