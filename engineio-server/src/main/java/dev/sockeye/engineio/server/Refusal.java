// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import java.util.Map;

/**
 * Why a request is refused.
 *
 * @param error code and message
 * @param context details by name
 */
record Refusal(EngineError error, Map<String, Object> context) {
  static Refusal of(EngineError error, String name, Object value) {
    return new Refusal(error, Map.of(name, value));
  }

  /** A bad request with the reference's name for what is bad about it. */
  static Refusal badRequest(String name) {
    return of(EngineError.BAD_REQUEST, "name", name);
  }

  static Refusal badRequest(String name, String cause) {
    return new Refusal(EngineError.BAD_REQUEST, Map.of("name", name, "error", cause));
  }

  static Refusal transportMismatch(String wanted, Transport current) {
    return new Refusal(
        EngineError.BAD_REQUEST,
        Map.of(
            "name",
            "TRANSPORT_MISMATCH",
            "transport",
            wanted,
            "previousTransport",
            current.wireName()));
  }
}
