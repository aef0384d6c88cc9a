// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import java.net.CookieHandler;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Shows a store to the JDK. */
final class StoreHandler extends CookieHandler {
  private final CookieStore store;

  StoreHandler(CookieStore store) {
    this.store = store;
  }

  @Override
  public Map<String, List<String>> get(URI uri, Map<String, List<String>> requestHeaders) {
    String cookies = store.load(uri);
    return cookies.isEmpty() ? Map.of() : Map.of("Cookie", List.of(cookies));
  }

  @Override
  public void put(URI uri, Map<String, List<String>> responseHeaders) {
    responseHeaders.forEach(
        (name, values) -> {
          // The JDK's HttpURLConnection has the status line under the name null.
          if ("Set-Cookie".equalsIgnoreCase(name)) {
            store.store(uri, values);
          }
        });
  }
}
