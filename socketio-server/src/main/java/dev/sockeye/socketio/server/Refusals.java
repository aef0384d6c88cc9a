// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the client of a refused socket gets. */
final class Refusals {
  private Refusals() {}

  /** An object with a message and, where there are any, data; old clients get one or the other. */
  static Object payload(ConnectionRefusedException refusal, boolean isOld) {
    String message = String.valueOf(refusal.getMessage());
    Optional<Object> data = refusal.data();
    if (isOld) {
      return data.orElse(message);
    }
    Map<String, Object> payload = new LinkedHashMap<>(4);
    payload.put("message", message);
    data.ifPresent(value -> payload.put("data", value));
    return payload;
  }
}
