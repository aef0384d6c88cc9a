// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.CookieHandler;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The JDK's CookieManager as the store of a client, and its habits undone. */
class HandlerStoreTest {
  private static final URI SITE = URI.create("wss://www.example.com/socket.io/");

  private final CookieManager manager = new CookieManager();
  private final CookieStore store = CookieStore.of(manager);

  @ParameterizedTest
  @CsvSource({
    "AWSALB=abc/+def==, AWSALB=abc/+def==",
    "AWSALB=abc/+def==; Max-Age=604800, AWSALB=abc/+def==",
    "AWSALB=abc/+def==; Max-Age=604800; Path=/, AWSALB=abc/+def==",
    "a=1; Expires=Thu 01 Jan 2099 00:00:00 GMT, a=1",
    "a=1; Secure; HttpOnly; SameSite=None; Partitioned, a=1",
    "a=1; Domain=example.com, a=1",
    "a=1; Domain=.example.com; Max-Age=60, a=1",
    "a=1; Max-Age=0, ''",
    "a=1; Max-Age=99999999999, a=1",
    "nonsense, ''"
  })
  void aCookieIsSentAsRfc6265Wants(String line, String sent) {
    store.store(SITE, List.of(line));
    assertThat(store.load(SITE)).isEqualTo(sent);
  }

  @Test
  void severalCookiesAreSentTogether() {
    store.store(SITE, List.of("a=1; Max-Age=60", "b=2"));
    assertThat(store.load(SITE).split("; ", -1)).containsExactlyInAnyOrder("a=1", "b=2");
  }

  @Test
  void cookiesThatOthersHaveLeftLoseTheirDollars() throws IOException {
    manager.put(
        URI.create("https://www.example.com/socket.io/"),
        Map.of("Set-Cookie", List.of("AWSALB=abc/+def==; Max-Age=60; Path=/")));
    assertThat(store.load(SITE)).isEqualTo("AWSALB=abc/+def==");
  }

  @Test
  void aCookieSetByTheApplicationIsSent() {
    HttpCookie cookie = new HttpCookie("sid", "1 2");
    cookie.setPath("/");
    manager.getCookieStore().add(URI.create("https://www.example.com/"), cookie);
    assertThat(store.load(SITE)).isEqualTo("sid=1 2");
  }

  @Test
  void theApplicationSeesWhatTheSocketWasGiven() {
    store.store(SITE, List.of("sid=1; Path=/; Max-Age=60"));
    assertThat(manager.getCookieStore().get(URI.create("https://www.example.com/")))
        .extracting(HttpCookie::getName, HttpCookie::getValue)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("sid", "1"));
  }

  @Test
  void secureCookiesGoToWssOnly() {
    store.store(SITE, List.of("a=1; Secure"));
    assertThat(store.load(URI.create("ws://www.example.com/socket.io/"))).isEmpty();
  }

  @Test
  void whatTheHandlerKnowsIsAskedOfTheHandler() {
    assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(store::list);
    assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(store::clear);
  }

  @Test
  void aHandlerThatBringsSeveralLinesIsUnderstood() {
    CookieHandler handler =
        new CookieHandler() {
          @Override
          public Map<String, List<String>> get(URI uri, Map<String, List<String>> headers) {
            return Map.of("cookie", List.of("a=\"1\"; b=2", "c=3;"), "Cookie2", List.of("$x"));
          }

          @Override
          public void put(URI uri, Map<String, List<String>> headers) {}
        };
    assertThat(CookieStore.of(handler).load(SITE)).isEqualTo("a=\"1\"; b=2; c=3");
  }
}
