// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersTest {
  @Test
  void namesIgnoreCaseAndKeepTheirSpelling() {
    Headers headers = Headers.of("Set-Cookie", "a=1").add("set-cookie", "b=2");
    assertThat(headers.all("SET-COOKIE")).containsExactly("a=1", "b=2");
    assertThat(headers.toString()).isEqualTo("Set-Cookie: a=1\nset-cookie: b=2\n");
  }

  @Test
  void aCookieIsAddedAndReplacesNone() {
    Headers headers = Headers.of("set-cookie", "a=1").addCookie(SetCookie.of("b", "2").path("/"));
    assertThat(headers.all("Set-Cookie")).containsExactly("a=1", "b=2; Path=/");
  }

  @Test
  void aCookieThatBrowsersWouldDropIsRefused() {
    SetCookie insecure = SetCookie.of("a", "1").sameSite(SameSite.NONE);
    assertThatIllegalArgumentException().isThrownBy(() -> Headers.create().addCookie(insecure));
  }

  @Test
  void setReplacesAllLinesOfAName() {
    Headers headers = Headers.of("A", "1").add("b", "2").add("a", "3").set("a", "4");
    assertThat(headers.toString()).isEqualTo("b: 2\na: 4\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\rb", "a\nb", "a\0b", "a\r\nSet-Cookie: b=c"})
  void aValueCantBeginALineOfItsOwn(String value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Headers.create().add("X-Name", value))
        .withMessageContaining("header 'X-Name' has a CR, LF or NUL at index 1");
    assertThatIllegalArgumentException().isThrownBy(() -> Headers.create().set("X-Name", value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a:b", "a\r\nb", "é"})
  void aNameThatIsNoTokenIsRefused(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> Headers.create().add(name, "x"));
  }
}
