// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.Transport;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a request is refused.
 *
 * @param error code and message
 * @param context details by name
 * @param status the HTTP status
 * @param message what the peer is told
 * @param cause what went wrong here; null if the peer is to blame
 */
record Refusal(
    EngineError error,
    Map<String, Object> context,
    int status,
    String message,
    @Nullable Throwable cause) {

  Refusal(EngineError error, Map<String, Object> context) {
    this(error, context, error.status(), error.message(), null);
  }

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

  /** A step of the application's has failed, or took too long; the peer isn't told why. */
  static Refusal failure(EngineError error, String name, Throwable cause) {
    Map<String, Object> context = Map.of("name", name, "error", message(cause));
    return new Refusal(error, context, error.status(), error.message(), cause);
  }

  /** A hook for the headers of a session's response has failed. */
  static Refusal headersFailure(Throwable cause) {
    return failure(EngineError.BAD_REQUEST, "HEADERS_FAILURE", cause);
  }

  private static String message(Throwable cause) {
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }

  /** The client's address has as many sessions as it may. */
  static Refusal tooManyConnections(String address) {
    return new Refusal(
        EngineError.FORBIDDEN,
        Map.of("name", "TOO_MANY_CONNECTIONS", "address", address),
        429,
        "Too many connections",
        null);
  }

  /** What {@code allowRequest} has decided. */
  static Refusal rejected(Decision.Rejected decision) {
    return new Refusal(
        EngineError.FORBIDDEN,
        Map.of("message", decision.message()),
        decision.status(),
        decision.message(),
        null);
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
