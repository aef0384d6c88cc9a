// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.Headers;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The HTTP request with which a session began, as much of it as listeners need. Immutable; safe to
 * keep.
 *
 * @param method the method
 * @param path the path, as sent
 * @param rawQuery the query, as sent, without the question mark; empty if there is none
 * @param headers the headers; not to be changed
 * @param remoteAddress the other end of the TCP connection
 * @param secure whether the connection is encrypted
 */
public record Request(
    String method,
    String path,
    String rawQuery,
    Headers headers,
    InetSocketAddress remoteAddress,
    boolean secure) {

  /** The path and the query, as sent: {@code /socket.io/?EIO=4&transport=polling}. */
  public String url() {
    return rawQuery.isEmpty() ? path : path + "?" + rawQuery;
  }

  /**
   * The decoded query parameters in their order; of duplicates the last one, as the reference does.
   * Parsed at each call.
   */
  public Map<String, String> query() {
    return QueryString.parse(rawQuery);
  }

  /** The value of the first header of this name. */
  public Optional<String> header(String name) {
    return headers.first(name);
  }

  /** The values of all headers of this name. */
  public List<String> headers(String name) {
    return headers.all(name);
  }
}
