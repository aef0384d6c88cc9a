// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import java.net.URI;
import java.util.List;

/** Keeps nothing. */
enum NoCookies implements CookieStore {
  INSTANCE;

  @Override
  public void store(URI uri, List<String> setCookieLines) {
    // Nothing is kept.
  }

  @Override
  public String load(URI uri) {
    return "";
  }

  @Override
  public void clear() {
    // Nothing was kept.
  }
}
