// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import java.util.Map;

/** Query strings as {@code URLSearchParams} reads them. */
@SuppressWarnings("DoNotCallSuggester") // a sketch
final class QueryString {
  private QueryString() {}

  static Map<String, String> parse(String query) {
    throw new UnsupportedOperationException("engineio-server: not written yet");
  }
}
