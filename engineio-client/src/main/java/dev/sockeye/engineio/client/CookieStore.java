// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import java.net.URI;
import java.util.List;

/**
 * Where a client keeps the cookies of its server: asked before each request, told of each response,
 * those to WebSocket handshakes and refusals included. May be shared by clients; its methods are
 * called from several threads at a time and must not block.
 */
public interface CookieStore {
  /**
   * Takes what a response has set.
   *
   * @param uri where the response came from, {@code http} or {@code https}, without a query
   * @param setCookieLines the values of its {@code Set-Cookie} headers; at least one
   */
  void store(URI uri, List<String> setCookieLines);

  /**
   * The value of the {@code Cookie} header for a request, {@code a=1; b=2}; empty if there is
   * nothing to send.
   *
   * @param uri where the request goes, {@code http} or {@code https}, without a query
   */
  String load(URI uri);

  /** Forgets everything. */
  void clear();

  /** Keeps nothing and sends nothing. */
  static CookieStore none() {
    return NoCookies.INSTANCE;
  }
}
