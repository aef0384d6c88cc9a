// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.Transport;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is checked of every request before anything is done for it; what is checked, in which order
 * and with which error is the reference's.
 */
final class Verification {
  private final EngineOptions options;
  private final Function<String, @Nullable Transport> transports;

  /**
   * @param transports finds the transport of the session of an id; null if there is no session
   */
  Verification(EngineOptions options, Function<String, @Nullable Transport> transports) {
    this.options = options;
    this.transports = transports;
  }

  /** Why a request is refused; null if it isn't. */
  @Nullable Refusal verify(EngineRequest request) {
    String transport = request.transport();
    if (options.transports().stream().noneMatch(each -> each.wireName().equals(transport))) {
      return Refusal.of(EngineError.UNKNOWN_TRANSPORT, "transport", transport);
    }
    Refusal refusal = verifyOrigin(request);
    if (refusal != null) {
      return refusal;
    }
    return request.sid().isEmpty() ? verifyNew(request) : verifyKnown(request);
  }

  private @Nullable Refusal verifyOrigin(EngineRequest request) {
    String origin = request.exchange().headers().first("Origin").orElse("");
    if (!isHeaderValue(origin)) {
      return new Refusal(
          EngineError.BAD_REQUEST, Map.of("name", "INVALID_ORIGIN", "origin", origin));
    }
    OriginPolicy policy = options.access().allowedOrigins();
    if (policy != null && !policy.allows(request.exchange().headers(), request.isSecure())) {
      return new Refusal(EngineError.FORBIDDEN, Map.of("name", "FOREIGN_ORIGIN", "origin", origin));
    }
    return null;
  }

  /** Whether Node.js would let a text pass as a header's value. */
  private static boolean isHeaderValue(String value) {
    return value
        .chars()
        .allMatch(c -> c == '\t' || (c >= 0x20 && c <= 0x7e) || (c >= 0x80 && c <= 0xff));
  }

  private @Nullable Refusal verifyKnown(EngineRequest request) {
    Transport current = transports.apply(request.sid());
    if (current == null) {
      return Refusal.of(EngineError.UNKNOWN_SID, "sid", request.sid());
    }
    if (request.upgrade() == null && !request.transport().equals(current.wireName())) {
      return Refusal.transportMismatch(request.transport(), current);
    }
    return null;
  }

  private static @Nullable Refusal verifyNew(EngineRequest request) {
    if (!request.exchange().method().equals("GET")) {
      return Refusal.of(EngineError.BAD_HANDSHAKE_METHOD, "method", request.exchange().method());
    }
    if (request.upgrade() == null && request.transport().equals(Transport.WEBSOCKET.wireName())) {
      return Refusal.badRequest("TRANSPORT_HANDSHAKE_ERROR");
    }
    return null;
  }
}
