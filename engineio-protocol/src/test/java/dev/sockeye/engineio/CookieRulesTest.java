// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules that tie attributes together: a browser drops a cookie that breaks one. */
class CookieRulesTest {
  private static AbstractThrowableAssert<?, ?> assertRefused(SetCookie cookie) {
    return assertThatThrownBy(cookie::toHeader).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void sameSiteNoneNeedsSecure() {
    SetCookie cookie = SetCookie.of("a", "b").sameSite(SameSite.NONE);
    assertRefused(cookie)
        .hasMessage("cookie 'a': SameSite=None needs Secure, or browsers drop the cookie");
    assertThat(cookie.secure(true).toHeader()).isEqualTo("a=b; Secure; SameSite=None");
  }

  @Test
  void partitionedNeedsSecure() {
    SetCookie cookie = SetCookie.of("a", "b").partitioned(true);
    assertRefused(cookie).hasMessageContaining("Partitioned needs Secure");
    assertThat(cookie.secure(true).toHeader()).isEqualTo("a=b; Secure; Partitioned");
  }

  @ParameterizedTest
  @ValueSource(strings = {"__Secure-id", "__secure-id"})
  void theSecurePrefixNeedsSecure(String name) {
    SetCookie cookie = SetCookie.of(name, "b");
    assertRefused(cookie).hasMessageContaining("__Secure- needs Secure");
    assertThat(cookie.secure(true).toHeader()).isEqualTo(name + "=b; Secure");
  }

  @Test
  void theHostPrefixNeedsSecureAndTheRootPathAndNoDomain() {
    SetCookie cookie = SetCookie.of("__Host-id", "b").secure(true).path("/");
    assertThat(cookie.toHeader()).isEqualTo("__Host-id=b; Path=/; Secure");
    assertRefused(cookie.secure(false)).hasMessageContaining("__Host- needs Secure");
    assertRefused(cookie.path("/x")).hasMessageContaining("Path=/");
    assertRefused(cookie.withoutPath()).hasMessageContaining("Path=/");
    assertRefused(cookie.domain("a.example")).hasMessageContaining("no Domain");
  }
}
