// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Thrown by a middleware to refuse a socket: the client gets {@code connect_error} with the message
 * and the data. The connection stays open for other namespaces and for another try.
 */
public final class ConnectionRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable Object data;

  /** A refusal with a message for the client. */
  public ConnectionRefusedException(String message) {
    this(message, null);
  }

  /**
   * A refusal with a message and data for the client.
   *
   * @param data anything that can be sent as an argument of an event; null for none
   */
  public ConnectionRefusedException(String message, @Nullable Object data) {
    // Clients cause these at will, and their origin says nothing, so they carry no stack trace.
    super(message, null, false, false);
    this.data = data;
  }

  /** What the client gets beside the message. */
  public Optional<Object> data() {
    return Optional.ofNullable(data);
  }
}
