// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SessionCookieTest {
  private static final String SID = "G4J3Ci0cNDWd_Fz-AAAC";

  private final SessionCookie cookie = SessionCookie.defaults();

  private static String line(SessionCookie cookie) {
    return cookie.validated().header(SID, false);
  }

  @Test
  void byDefaultItIsTheOneOfTheOriginal() {
    assertThat(line(cookie)).isEqualTo("io=G4J3Ci0cNDWd_Fz-AAAC; Path=/; HttpOnly; SameSite=Lax");
    assertThat(cookie.isOnWebSocket()).isFalse();
  }

  @Test
  void anotherNameKeepsTheRest() {
    assertThat(line(cookie.name("woot")))
        .isEqualTo("woot=" + SID + "; Path=/; HttpOnly; SameSite=Lax");
  }

  @Test
  void anotherPathKeepsTheRest() {
    assertThat(line(cookie.path("/custom")))
        .isEqualTo("io=" + SID + "; Path=/custom; HttpOnly; SameSite=Lax");
  }

  @Test
  void withoutPathTheRestStays() {
    assertThat(line(cookie.withoutPath())).isEqualTo("io=" + SID + "; HttpOnly; SameSite=Lax");
  }

  @Test
  void httpOnlyCanBeSaidAgain() {
    assertThat(line(cookie.httpOnly(true)))
        .isEqualTo("io=" + SID + "; Path=/; HttpOnly; SameSite=Lax");
  }

  @Test
  void withoutHttpOnlyTheRestStays() {
    assertThat(line(cookie.httpOnly(false))).isEqualTo("io=" + SID + "; Path=/; SameSite=Lax");
  }

  @Test
  void sameSiteMayBeStrict() {
    assertThat(line(cookie.sameSite(SameSite.STRICT)))
        .isEqualTo("io=" + SID + "; Path=/; HttpOnly; SameSite=Strict");
  }

  @Test
  void sameSiteMayBeLeftOut() {
    assertThat(line(cookie.withoutSameSite())).isEqualTo("io=" + SID + "; Path=/; HttpOnly");
  }

  @Test
  void everyAttributeCanBeSet() {
    assertThat(
            line(
                cookie
                    .secure(SecurePolicy.ALWAYS)
                    .sameSite(SameSite.NONE)
                    .partitioned(true)
                    .priority(CookiePriority.HIGH)
                    .domain("example.com")
                    .expires(Instant.EPOCH)
                    .maxAge(Duration.ofDays(1))))
        .isEqualTo(
            "io=G4J3Ci0cNDWd_Fz-AAAC; Max-Age=86400; Domain=example.com; Path=/;"
                + " Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Secure; Partitioned;"
                + " Priority=High; SameSite=None");
  }

  @Test
  void theIdIsEncoded() {
    assertThat(cookie.header("a b;c", false)).startsWith("io=a%20b%3Bc; ");
    assertThat(cookie.encoder(sid -> "node1." + sid).header("x", false)).startsWith("io=node1.x; ");
  }

  @Test
  void anEncoderCannotBreakTheLine() {
    SessionCookie broken = cookie.encoder(sid -> sid + "\r\nX: y");
    assertThatThrownBy(() -> broken.header("x", false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("illegal character (U+000D) at index 1");
  }

  @Test
  void secureFollowsTheRequestWhereAsked() {
    SessionCookie auto = cookie.secure(SecurePolicy.AUTO).validated();
    assertThat(auto.header("x", true)).isEqualTo("io=x; Path=/; HttpOnly; Secure; SameSite=Lax");
    assertThat(auto.header("x", false)).isEqualTo("io=x; Path=/; HttpOnly; SameSite=Lax");
  }

  @Test
  void whatNeedsSecureGivesWayOnAPlainRequest() {
    SessionCookie auto =
        cookie.secure(SecurePolicy.AUTO).sameSite(SameSite.NONE).partitioned(true).validated();
    assertThat(auto.header("x", true))
        .isEqualTo("io=x; Path=/; HttpOnly; Secure; Partitioned; SameSite=None");
    assertThat(auto.header("x", false)).isEqualTo("io=x; Path=/; HttpOnly; SameSite=Lax");
  }

  @Test
  void alwaysIsSecureOnAPlainRequestTooAndNeverIsNever() {
    assertThat(cookie.secure(SecurePolicy.ALWAYS).header("x", false)).contains("; Secure");
    assertThat(cookie.header("x", true)).doesNotContain("Secure");
  }

  @Test
  void whatBrowsersDropIsRefusedBeforeAnyRequest() {
    assertThatThrownBy(() -> cookie.sameSite(SameSite.NONE).validated())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cookie 'io': SameSite=None needs Secure, or browsers drop the cookie");
    assertThatThrownBy(() -> cookie.partitioned(true).validated())
        .hasMessageContaining("Partitioned needs Secure");
    assertThatThrownBy(() -> cookie.name("a b")).hasMessageContaining("cookie name 'a b'");
  }

  @Test
  void aPrefixNeedsSecureOnEveryResponse() {
    SessionCookie host = cookie.name("__Host-io");
    assertThatThrownBy(() -> host.secure(SecurePolicy.AUTO).validated())
        .hasMessageContaining("__Host- needs Secure, on every response");
    assertThat(host.secure(SecurePolicy.ALWAYS).validated().header("x", false))
        .isEqualTo("__Host-io=x; Path=/; HttpOnly; Secure; SameSite=Lax");
  }

  @Test
  void onWebSocketKeepsTheRestAndIsKept() {
    SessionCookie both = cookie.name("n").onWebSocket(true).secure(SecurePolicy.ALWAYS).path("/p");
    assertThat(both.isOnWebSocket()).isTrue();
    assertThat(both.name()).isEqualTo("n");
    assertThat(line(both)).isEqualTo("n=" + SID + "; Path=/p; HttpOnly; Secure; SameSite=Lax");
  }
}
