// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An answer will never come, because its socket has left. */
public final class DisconnectedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final @Nullable DisconnectReason reason;

  DisconnectedException(@Nullable DisconnectReason reason) {
    super(
        "socket has been disconnected" + (reason == null ? "" : ": " + reason.text()),
        null,
        false,
        false);
    this.reason = reason;
  }

  /** Why the socket left; empty if it was a socket of another node. */
  public Optional<DisconnectReason> reason() {
    return Optional.ofNullable(reason);
  }
}
