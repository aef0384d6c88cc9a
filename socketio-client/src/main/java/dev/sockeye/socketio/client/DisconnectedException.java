// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

/** An answer will not come: the socket was disconnected after the event had been sent. */
public final class DisconnectedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final DisconnectReason reason;

  DisconnectedException(DisconnectReason reason) {
    super("socket has been disconnected: " + reason.text(), null, false, false);
    this.reason = reason;
  }

  /** Why. */
  public DisconnectReason reason() {
    return reason;
  }
}
