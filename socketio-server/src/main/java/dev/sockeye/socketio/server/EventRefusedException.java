// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

/**
 * Thrown by an {@link EventMiddleware} to drop an event. Clients can cause these at will, so they
 * carry no stack trace, and are logged at debug level only where nobody else hears of them.
 */
public final class EventRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A refusal that says why. */
  public EventRefusedException(String message) {
    super(message, null, false, false);
  }
}
