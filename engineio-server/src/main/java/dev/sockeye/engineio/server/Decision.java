// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import java.util.Objects;

/**
 * Whether a handshake may go on. Implements the outcome of the server option {@code allowRequest}.
 */
public sealed interface Decision {
  /** The handshake goes on. */
  static Decision allow() {
    return Allowed.INSTANCE;
  }

  /** The handshake ends with status 403 and the message "Forbidden". */
  static Decision reject() {
    return reject(EngineError.FORBIDDEN.message());
  }

  /**
   * The handshake ends with status 403.
   *
   * @param message what the client is told, and what the error carries as its context
   */
  static Decision reject(String message) {
    return reject(message, EngineError.FORBIDDEN.status());
  }

  /**
   * The handshake ends with another status; the error's code stays that of {@link
   * EngineError#FORBIDDEN}.
   *
   * @throws IllegalArgumentException if the status isn't one of an error, 400 to 599
   */
  static Decision reject(String message, int status) {
    return new Rejected(message, status);
  }

  /** The handshake goes on. */
  enum Allowed implements Decision {
    /** The one there is. */
    INSTANCE
  }

  /**
   * The handshake ends.
   *
   * @param message what the client is told
   * @param status the HTTP status
   */
  record Rejected(String message, int status) implements Decision {
    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the status isn't one of an error, 400 to 599
     */
    public Rejected {
      Objects.requireNonNull(message, "message");
      if (status < 400 || status > 599) {
        throw new IllegalArgumentException(
            "a rejection's status must be one of an error, 400 to 599: " + status);
      }
    }
  }
}
