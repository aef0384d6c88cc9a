// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a connection's end besides its {@link CloseReason}.
 *
 * @param description what happened, for people
 * @param closeCode the close code of the WebSocket, such as 1009 for a message that was too large;
 *     0 if no WebSocket was closed
 * @param error what went wrong; null if nothing did
 */
public record CloseDetails(String description, int closeCode, @Nullable EngineException error) {
  /** Checks the parts. */
  public CloseDetails {
    Objects.requireNonNull(description, "description");
  }

  static CloseDetails of(String description) {
    return new CloseDetails(description, 0, null);
  }

  static CloseDetails of(EngineException error) {
    return new CloseDetails(String.valueOf(error.getMessage()), 0, error);
  }
}
