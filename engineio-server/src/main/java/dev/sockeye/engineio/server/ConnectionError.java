// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import java.util.Map;

/**
 * A request that was refused: what the reference's {@code connection_error} event carries.
 *
 * @param request the refused request
 * @param error code and message
 * @param context details by name, the reference's names: {@code sid}, {@code method}, {@code name},
 *     {@code origin}, …
 */
public record ConnectionError(Request request, EngineError error, Map<String, Object> context) {
  /** Copies the context. */
  public ConnectionError {
    context = Map.copyOf(context);
  }
}
