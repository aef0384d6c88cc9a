// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import dev.sockeye.engineio.Transport;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong with a connection: over which transport, while doing what, and what the server
 * said. The message begins with the reference client's words, such as {@code xhr poll error}.
 */
public final class EngineException extends IOException {
  private static final long serialVersionUID = 1;

  /** What was being done. */
  public enum Phase {
    /** The session was being opened. */
    OPENING,
    /** Packets were being received, over HTTP long-polling. */
    POLL,
    /** Packets were being sent, over HTTP long-polling. */
    POST,
    /** Packets travelled over an open WebSocket. */
    WEBSOCKET,
    /** The session was moving from HTTP long-polling to a WebSocket; it goes on without. */
    UPGRADE
  }

  private final Transport transport;
  private final Phase phase;
  private final int httpStatus;
  private final @Nullable String body;

  EngineException(
      Transport transport,
      Phase phase,
      int httpStatus,
      @Nullable String body,
      String message,
      @Nullable Throwable cause) {
    super(message, cause);
    this.transport = Objects.requireNonNull(transport, "transport");
    this.phase = Objects.requireNonNull(phase, "phase");
    this.httpStatus = httpStatus;
    this.body = body;
  }

  /** The transport that failed. */
  public Transport transport() {
    return transport;
  }

  /** What was being done. */
  public Phase phase() {
    return phase;
  }

  /** The status of the server's refusal; empty if there was no response. */
  public OptionalInt httpStatus() {
    return httpStatus == 0 ? OptionalInt.empty() : OptionalInt.of(httpStatus);
  }

  /** The beginning of the refusal's body; empty if there was no response. */
  public Optional<String> body() {
    return Optional.ofNullable(body);
  }
}
