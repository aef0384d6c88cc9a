// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may not set a cookie, and who doesn't get it. */
class CookieProtectionTest {
  private static final URI SECURE = URI.create("wss://www.example.com/socket.io/");
  private static final URI PLAIN = URI.create("ws://www.example.com/socket.io/");

  private final CookieJar jar = CookieStore.inMemory();

  @Test
  void aSecureCookieIsSentOverTlsOnly() {
    jar.set(SECURE, "AWSALBCORS=1; Path=/; SameSite=None; Secure");
    assertThat(jar.load(SECURE)).isEqualTo("AWSALBCORS=1");
    assertThat(jar.load(PLAIN)).isEmpty();
  }

  @Test
  void aSecureCookieDoesNotComeWithoutTls() {
    assertRefused(PLAIN, "a=1; Secure", "it is Secure, but came over a connection without TLS");
  }

  @Test
  void thisMachineCountsAsSecure() {
    URI here = URI.create("ws://localhost:3000/socket.io/");
    jar.set(here, "__Host-a=1; Secure; Path=/");
    assertThat(jar.load(here)).isEqualTo("__Host-a=1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a=2; Path=/x/y", "a=2; Path=/x; Domain=example.com", "a=; Path=/x; Max-Age=0"})
  void aSecureCookieIsNotReplacedWithoutTls(String line) {
    jar.set(SECURE, "a=1; Secure; Path=/x; Domain=www.example.com");
    assertRefused(PLAIN, line, "a Secure cookie of that name is not replaced without TLS");
  }

  @Test
  void aCookieBesideASecureOneIsFree() {
    jar.set(SECURE, "a=1; Secure; Path=/x");
    jar.set(PLAIN, "a=2; Path=/");
    assertThat(jar.load(PLAIN)).isEqualTo("a=2");
  }

  @ParameterizedTest
  @CsvSource({
    "http://www.co.uk/, co.uk",
    "http://me.github.io/, github.io",
    "http://example.com/, com",
    "http://www.公司.cn/, 公司.cn",
    "http://lb.us-east-1.elb.amazonaws.com/, us-east-1.elb.amazonaws.com",
    "http://a.local/, local"
  })
  void noCookieIsForAPublicSuffix(URI uri, String suffix) {
    String domain = CookieOrigin.canonical(suffix);
    assertRefused(
        uri,
        "a=1; Domain=" + domain,
        "its domain " + domain + " is a public suffix: strangers share it");
  }

  @Test
  void whoIsAPublicSuffixSetsCookiesForItselfOnly() {
    URI suffix = URI.create("http://github.io/");
    jar.set(suffix, "a=1; Domain=github.io");
    assertThat(jar.load(suffix)).isEqualTo("a=1");
    assertThat(jar.load(URI.create("http://me.github.io/"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://www.example.com/, other.example",
    "http://example.com/, www.example.com",
    "http://192.0.2.1/, 2.1",
    "http://192.0.2.1/, 192.0.2.2",
    "http://anexample.com/, example.com"
  })
  void noCookieIsForOthers(URI uri, String domain) {
    assertRefused(
        uri, "a=1; Domain=" + domain, uri.getHost() + " is not within its domain " + domain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "__Host-a=1; Path=/",
        "__Host-a=1; Secure",
        "__Host-a=1; Secure; Path=/socket.io",
        "__HOST-a=1; Secure; Path=/; Domain=www.example.com"
      })
  void aHostPrefixBindsToTheHost(String line) {
    assertRefused(SECURE, line, "the prefix __Host- needs Secure, Path=/ and no Domain");
  }

  @ParameterizedTest
  @ValueSource(strings = {"__Secure-a=1", "__secure-a=1; Path=/"})
  void aSecurePrefixNeedsSecure(String line) {
    assertRefused(SECURE, line, "the prefix __Secure- needs Secure");
  }

  @Test
  void aCookieThatIsTooLongIsRefused() {
    jar.set(PLAIN, "a=" + "x".repeat(4095));
    assertRefused(
        PLAIN,
        "a=" + "x".repeat(4096),
        "name and value have 4097 bytes, and maxCookieBytes is 4096");
  }

  @Test
  void aCookieShowsItsValueToNobodyWhoPrintsIt() {
    jar.set(SECURE, "a=secret; Secure; HttpOnly");
    assertThat(jar.list().toString())
        .isEqualTo("[Cookie[a, domain=www.example.com only, path=/socket.io, secure, httpOnly]]");
  }

  private void assertRefused(URI uri, String line, String reason) {
    String name = line.substring(0, line.indexOf('='));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> jar.set(uri, line))
        .withMessage("cookie '" + name + "': " + reason);
  }
}
