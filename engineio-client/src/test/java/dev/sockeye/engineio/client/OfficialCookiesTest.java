// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.Headers;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The tests of the JavaScript client's jar on Node.js, and what its users miss in it. */
class OfficialCookiesTest {
  private static final URI SERVER = URI.create("http://localhost:3000/engine.io/?EIO=4");

  private final CookieJar jar =
      CookieJar.builder().clock(() -> Instant.parse("2025-01-01T00:00:00Z")).build();
  private final RequestCookies cookies = new RequestCookies(jar, SERVER);

  @Test
  void theTwoOfFourCookiesThatLiveAreSent() {
    cookies.keepFrom(
        Headers.of("Set-Cookie", "1=1; SameSite=Strict")
            .add("Set-Cookie", "2=2; Path=/; HttpOnly; Secure")
            .add("Set-Cookie", "3=3; Max-Age=0")
            .add("Set-Cookie", "4=4; Expires=Tue, 20 Sep 2022 10:00:00 GMT"));
    assertThat(cookies.addTo(Headers.create()).all("Cookie")).containsExactly("1=1; 2=2");
  }

  @Test
  void aSimpleCookieIsRead() {
    assertThat(kept("foo=bar"))
        .isEqualTo(new Cookie("foo", "bar", "localhost", true, "/engine.io", false, false, null));
  }

  /** Theirs lets the later attribute decide: this one was over in July. */
  @Test
  void theAgeDecidesInAComplexHeader() {
    assertThat(
            kept(
                "foo=bar; Max-Age=1000; Domain=.localhost; Path=/; Expires=Tue, 01 Jul 2025"
                    + " 10:01:11 GMT; HttpOnly; Secure; SameSite=strict"))
        .isEqualTo(
            new Cookie(
                "foo",
                "bar",
                "localhost",
                true,
                "/",
                true,
                true,
                Instant.parse("2025-01-01T00:16:40Z")));
  }

  @Test
  void aWeirdValueIsKeptFromItsFirstEqualsSignOn() {
    assertThat(
            kept("foo=bar=bar&foo=foo&John=Doe&Doe=John; Domain=localhost; Path=/; HttpOnly;"
                    + " Secure")
                .value())
        .isEqualTo("bar=bar&foo=foo&John=Doe&Doe=John");
  }

  @Test
  void withoutAJarNoCookieIsSent() {
    RequestCookies none = new RequestCookies(CookieStore.none(), SERVER);
    none.keepFrom(Headers.of("Set-Cookie", "1=1"));
    assertThat(none.addTo(Headers.create()).contains("Cookie")).isFalse();
  }

  /**
   * Theirs takes the quotes off, and HAProxy or a signed session doesn't know the value any more.
   */
  @Test
  void quotesAreSentBack() {
    jar.store(SERVER, List.of("a=\"b\""));
    assertThat(jar.load(SERVER)).isEqualTo("a=\"b\"");
  }

  /** Theirs wants a space after the semicolon and capital letters. */
  @Test
  void attributesNeedNeitherSpaceNorCapitals() {
    jar.store(SERVER, List.of("a=b;max-age=0", "c=d;path=/elsewhere"));
    assertThat(jar.load(SERVER)).isEmpty();
  }

  private Cookie kept(String line) {
    jar.store(SERVER, List.of(line));
    return jar.list().get(0);
  }
}
