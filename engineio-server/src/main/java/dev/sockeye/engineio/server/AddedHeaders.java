// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.Headers;
import java.util.Locale;
import java.util.Set;

/** The rules for headers that applications add to the engine's responses. */
final class AddedHeaders {
  /** They say where a message ends or what becomes of its connection, which only hosts know. */
  private static final Set<String> THE_HOSTS =
      Set.of(
          "connection",
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
   * Checks that none is a host's own.
   *
   * @throws IllegalArgumentException if one is
   */
  static void check(Headers added) {
    added.forEach(
        (name, value) -> {
          if (THE_HOSTS.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(
                "the header '" + name + "' is the host's: it can't be added to a response");
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
