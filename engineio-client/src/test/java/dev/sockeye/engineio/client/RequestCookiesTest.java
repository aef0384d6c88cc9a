// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sockeye.engineio.Headers;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cookies of the store and those of the user, in one header. */
class RequestCookiesTest {
  private static final URI SITE = URI.create("http://a.example/socket.io/");

  private final CookieJar jar = CookieStore.inMemory();
  private final RequestCookies cookies = new RequestCookies(jar, SITE);

  @ParameterizedTest
  @CsvSource({
    "'', '', ''",
    "a=1, '', a=1",
    "'', b=2, b=2",
    "a=1, b=2, a=1; b=2",
    "a=1, a=2; b=3, a=1; b=3",
    "b=1; a=2;, a=3; c=4, b=1; a=2; c=4",
    "a=1; a=2, a=3, a=1; a=2",
    "a=x=y; flag, flag=1; a=2, a=x=y; flag",
    "A=1, a=2, A=1; a=2"
  })
  void theUsersCookiesGoFirstAndWin(String given, String kept, String sent) {
    assertThat(RequestCookies.merged(List.of(given), kept)).isEqualTo(sent);
  }

  @Test
  void thereIsOneCookieHeader() {
    jar.set(SITE, "io=1");
    Headers headers = Headers.of("cookie", "a=1").add("Cookie", "b=2");
    assertThat(cookies.addTo(headers).all("Cookie")).containsExactly("a=1; b=2; io=1");
  }

  @Test
  void theUsersHeadersStayAsTheyAre() {
    jar.set(SITE, "io=1");
    Headers headers = Headers.of("Cookie", "a=1");
    cookies.addTo(headers).add("X-More", "1");
    assertThat(headers).hasToString("Cookie: a=1\n");
  }

  @Test
  void withoutCookiesThereIsNoHeader() {
    assertThat(cookies.addTo(Headers.of("X-A", "1"))).hasToString("X-A: 1\n");
  }

  @Test
  void withoutAStoreTheUsersCookiesAreSent() {
    RequestCookies without = new RequestCookies(CookieStore.none(), SITE);
    without.keepFrom(Headers.of("Set-Cookie", "b=2"));
    assertThat(without.addTo(Headers.of("Cookie", "a=1"))).hasToString("Cookie: a=1\n");
  }

  @Test
  void allSetCookieLinesOfAResponseAreKept() {
    cookies.keepFrom(Headers.of("set-cookie", "a=1").add("Set-Cookie", "b=2"));
    assertThat(jar.load(SITE)).isEqualTo("a=1; b=2");
  }

  @Test
  void aStoreThatFailsDoesNotStopTheRequest() {
    RequestCookies failing = new RequestCookies(new FailingStore(), SITE);
    failing.keepFrom(Headers.of("Set-Cookie", "b=2"));
    assertThat(failing.addTo(Headers.of("Cookie", "a=1"))).hasToString("Cookie: a=1\n");
  }

  private static final class FailingStore implements CookieStore {
    @Override
    public String load(URI uri) {
      throw new IllegalStateException("no database");
    }

    @Override
    public void store(URI uri, List<String> setCookieLines) {
      throw new IllegalStateException("no database");
    }
  }
}
