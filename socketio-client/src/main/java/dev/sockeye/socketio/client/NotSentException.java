// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

/** An event was not sent, and will not be: the message says why, and which option changes it. */
public final class NotSentException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  NotSentException(String message) {
    super(message);
  }
}
