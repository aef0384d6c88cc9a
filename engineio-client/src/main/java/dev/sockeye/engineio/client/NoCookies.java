// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import java.net.URI;
import java.util.List;

/** No cookies at all. */
enum NoCookies implements CookieStore {
  INSTANCE;

  @Override
  public String load(URI uri) {
    return "";
  }

  @Override
  public void store(URI uri, List<String> setCookies) {
    // That is its purpose.
  }

  @Override
  public void set(URI uri, String setCookie) {
    throw new IllegalStateException(
        "cookies are switched off by CookieStore.none(): give the client another store");
  }

  @Override
  public List<Cookie> list() {
    return List.of();
  }

  @Override
  public void clear() {
    // There are none.
  }
}
