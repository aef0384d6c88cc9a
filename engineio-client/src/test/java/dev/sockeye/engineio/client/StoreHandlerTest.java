// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieHandler;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A store, as the JDK's HTTP clients use it. */
class StoreHandlerTest {
  private static final URI SITE = URI.create("https://www.example.com/login");

  private final CookieJar jar = CookieStore.inMemory();
  private final CookieHandler handler = jar.asCookieHandler();

  @Test
  void whatALoginSetsTheSocketSends() throws IOException {
    handler.put(
        SITE, Map.of("set-cookie", List.of("sid=\"x/+=\"; Path=/; Max-Age=60", "b=2; Path=/")));
    assertThat(jar.load(URI.create("wss://www.example.com/socket.io/")))
        .isEqualTo("sid=\"x/+=\"; b=2");
  }

  @Test
  void whatTheSocketKeepsTheLoginSends() throws IOException {
    jar.set(SITE, "a=1");
    jar.set(SITE, "b=2");
    assertThat(handler.get(SITE, Map.of())).isEqualTo(Map.of("Cookie", List.of("a=1; b=2")));
  }

  @Test
  void anEmptyStoreAddsNoHeader() throws IOException {
    assertThat(handler.get(SITE, Map.of())).isEmpty();
  }

  /** {@code HttpURLConnection} has the status line there. */
  @Test
  void aHeaderWithoutNameIsPassedOver() throws IOException {
    Map<String, List<String>> headers = new HashMap<>();
    headers.put(null, List.of("HTTP/1.1 200 OK"));
    handler.put(SITE, headers);
    assertThat(jar.list()).isEmpty();
  }
}
