// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is kept and what is sent, in the words of RFC 6265 §5.3 and §5.4. */
class CookieJarTest {
  private static final URI SITE = URI.create("https://www.example.com/a/b");

  /** Moved by hand. */
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  private final InstantSource clock = () -> now;
  private final CookieJar jar = CookieJar.builder().clock(clock).build();

  @Test
  void aCookieIsSentBack() {
    set("SID=31d4d96e407aad42");
    assertThat(jar.load(SITE)).isEqualTo("SID=31d4d96e407aad42");
  }

  @Test
  void anEmptyJarSendsNothing() {
    assertThat(jar.load(SITE)).isEmpty();
  }

  @Test
  void aNewValueReplacesTheOld() {
    set("AWSALB=1; Path=/", "AWSALB=2; Path=/; Max-Age=60");
    assertThat(jar.load(SITE)).isEqualTo("AWSALB=2");
  }

  @Test
  void aReplacedCookieKeepsItsPlace() {
    set("a=1", "b=2", "a=3");
    assertThat(jar.load(SITE)).isEqualTo("a=3; b=2");
  }

  @Test
  void aCookieThatComesAgainAfterItsEndIsNew() {
    set("a=1; Max-Age=60", "b=2");
    now = now.plusSeconds(60);
    set("a=3");
    assertThat(jar.load(SITE)).isEqualTo("b=2; a=3");
  }

  @Test
  void anotherPathIsAnotherCookie() {
    set("a=1; Path=/", "a=2; Path=/a");
    assertThat(jar.load(SITE)).isEqualTo("a=2; a=1");
  }

  @Test
  void longerPathsComeFirstThenOlderCookies() {
    set("root=1; Path=/", "old=2; Path=/a", "deep=3; Path=/a/b", "new=4; Path=/a");
    assertThat(jar.load(SITE)).isEqualTo("deep=3; old=2; new=4; root=1");
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.example.com/, www.example.com, true",
    "wss://WWW.example.com:8443/x, www.example.com, true",
    "https://example.com/, www.example.com, false",
    "https://x.www.example.com/, www.example.com, false",
    "https://x.www.example.com/, www.example.com; Domain=www.example.com, true",
    "https://example.com/, www.example.com; Domain=example.com, true",
    "https://other.example.com/, www.example.com; Domain=.Example.com, true",
    "https://notexample.com/, www.example.com; Domain=example.com, false"
  })
  void aCookieWithoutDomainIsForItsHostOnly(URI to, String fromAndDomain, boolean sent) {
    String[] parts = fromAndDomain.split(";", 2);
    String domain = parts.length > 1 ? ";" + parts[1] : "";
    jar.store(URI.create("https://" + parts[0] + "/"), List.of("a=1" + domain));
    assertThat(jar.load(to)).isEqualTo(sent ? "a=1" : "");
  }

  @ParameterizedTest
  @CsvSource({
    "/a/b, true",
    "/a/b/c?x=/, true",
    "/a, true",
    "/, false",
    "/ab, false",
  })
  void aCookieWithoutPathIsForItsFolder(String path, boolean sent) {
    set("a=1");
    assertThat(jar.load(SITE.resolve(path))).isEqualTo(sent ? "a=1" : "");
  }

  @Test
  void aCookieIsSentUntilItsAgeIsReached() {
    set("a=1; Max-Age=60");
    now = now.plusSeconds(59);
    assertThat(jar.load(SITE)).isEqualTo("a=1");
    now = now.plusSeconds(1);
    assertThat(jar.load(SITE)).isEmpty();
  }

  @Test
  void aCookieIsSentUntilItsDate() {
    set("a=1; expires=Thu, 01 Jan 2026 00:01:00 GMT");
    now = now.plusSeconds(59);
    assertThat(jar.load(SITE)).isEqualTo("a=1");
    now = now.plusSeconds(1);
    assertThat(jar.load(SITE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"a=; Max-Age=0", "a=; Expires=Thu 01 Jan 1970 00:00:00 GMT", "a=x; max-age=-1"})
  void aDateInThePastRemovesACookie(String removal) {
    set("a=1", "b=2", removal);
    assertThat(jar.load(SITE)).isEqualTo("b=2");
  }

  @Test
  void aCookieOfThisMachineNeedsNoDots() {
    URI here = URI.create("http://localhost:3000/socket.io/");
    jar.set(here, "io=1; Path=/; Domain=localhost");
    assertThat(jar.load(here)).isEqualTo("io=1");
  }

  @ParameterizedTest
  @CsvSource({"http://192.0.2.1/, 192.0.2.1", "http://[2001:db8::1]/, 2001:db8::1"})
  void anAddressIsItsOwnDomainOnly(URI address, String domain) {
    jar.set(address, "a=1; Domain=" + domain);
    assertThat(jar.list())
        .singleElement()
        .matches(Cookie::hostOnly)
        .matches(cookie -> cookie.domain().equals(domain));
  }

  @Test
  void aDomainOfOtherLettersIsFoundInEitherSpelling() {
    jar.set(URI.create("http://www.bücher.example/"), "a=1; Domain=xn--bcher-kva.example");
    assertThat(jar.load(URI.create("http://xn--bcher-kva.example/"))).isEqualTo("a=1");
  }

  @Test
  void whatIsKeptCanBeListed() {
    set("a=1; Path=/; Secure; HttpOnly; Max-Age=60; SameSite=Lax", "b=2; Domain=example.com");
    assertThat(jar.list())
        .containsExactly(
            new Cookie("a", "1", "www.example.com", true, "/", true, true, now.plusSeconds(60)),
            new Cookie("b", "2", "example.com", false, "/a", false, false, null));
  }

  @Test
  void theListHasNoExpiredCookies() {
    set("a=1; Max-Age=60", "b=2");
    now = now.plusSeconds(60);
    assertThat(jar.list()).extracting(Cookie::name).containsExactly("b");
  }

  @Test
  void aClearedJarIsEmpty() {
    set("a=1");
    jar.clear();
    assertThat(jar.list()).isEmpty();
  }

  @Test
  void whatAFileHadIsTakenAsItIs() {
    jar.addAll(List.of(new Cookie("a", "1", "co.uk", false, "/", false, false, null)));
    assertThat(jar.load(URI.create("http://x.co.uk/"))).isEqualTo("a=1");
  }

  @Test
  void oneBadLineDoesNotSpoilTheOthers() {
    jar.store(SITE, List.of("nonsense", "a=1", "b=2; Domain=other.example", "c=3"));
    assertThat(jar.load(SITE)).isEqualTo("a=1; c=3");
  }

  @Test
  void aBadCookieSetByHandIsSaidToBeSo() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> set("a=secret; Domain=other.example"))
        .withMessage("cookie 'a': www.example.com is not within its domain other.example");
  }

  private void set(String... lines) {
    for (String line : lines) {
      jar.set(SITE, line);
    }
  }
}
