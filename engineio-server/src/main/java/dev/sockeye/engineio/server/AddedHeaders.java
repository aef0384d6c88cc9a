// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.Headers;
import java.util.Locale;
import java.util.Set;

/** The rules for headers that applications add to the engine's responses. */
final class AddedHeaders {
  /** They say how a message travels, which only the host and the engine know. */
  private static final Set<String> RESERVED =
      Set.of(
          "connection",
          "content-encoding",
          "content-length",
          "keep-alive",
          "sec-websocket-accept",
          "sec-websocket-extensions",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  /** Of these a response may have several that don't know of each other. */
  private static final Set<String> ADDITIVE = Set.of("set-cookie", "vary");

  private AddedHeaders() {}

  /**
   * Checks that none of them is reserved.
   *
   * @throws IllegalArgumentException if one is
   */
  static void check(Headers added) {
    added.forEach(
        (name, value) -> {
          if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(
                "the header '" + name + "' can't be added to a response: host and engine set it");
          }
        });
  }

  /**
   * A response's headers and those to be added, which replace others of the same name; cookies and
   * what the response varies with are kept, all of them.
   */
  static Headers merged(Headers own, Headers added) {
    Headers all = Headers.create();
    own.forEach(
        (name, value) -> {
          if (!added.contains(name) || ADDITIVE.contains(name.toLowerCase(Locale.ROOT))) {
            all.add(name, value);
          }
        });
    return all.addAll(added);
  }
}
