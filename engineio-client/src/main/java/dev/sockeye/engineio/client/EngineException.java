// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.Transport;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
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

  private static final String STICKINESS =
      ". The server doesn't know the session: where several servers stand behind a load balancer,"
          + " all requests of a session must reach the same one (sticky sessions)";

  /** An id that is unknown, in the JSON of the server's refusal. */
  private static final Pattern UNKNOWN_SESSION = Pattern.compile("\"code\"\\s*:\\s*1\\b");

  private static final int MAX_BODY = 1024;

  private EngineException(
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

  /** The server has answered with a status that is none of success. */
  static EngineException refused(Transport transport, Phase phase, int status, RawData body) {
    String text = body.length() <= MAX_BODY ? body.text() : body.text().substring(0, MAX_BODY);
    String hint = UNKNOWN_SESSION.matcher(text).find() ? STICKINESS : "";
    String said = text.isEmpty() ? "" : ": " + text;
    return new EngineException(
        transport,
        phase,
        status,
        text,
        words(transport, phase) + ": status " + status + said + hint,
        null);
  }

  /** There was no answer, or something broke. */
  static EngineException failed(Transport transport, Phase phase, Throwable cause) {
    String why = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    return new EngineException(
        transport, phase, 0, null, words(transport, phase) + ": " + why, cause);
  }

  /** Something went wrong that no other exception tells. */
  static EngineException failed(Transport transport, Phase phase, String why) {
    return new EngineException(
        transport, phase, 0, null, words(transport, phase) + ": " + why, null);
  }

  /** The same failure, as that of an upgrade. */
  EngineException ofUpgrade() {
    return new EngineException(
        transport, Phase.UPGRADE, httpStatus, body, "probe error: " + getMessage(), this);
  }

  private static String words(Transport transport, Phase phase) {
    if (phase == Phase.UPGRADE) {
      return "probe error";
    }
    if (transport == Transport.WEBSOCKET) {
      return "websocket error";
    }
    return phase == Phase.POST ? "xhr post error" : "xhr poll error";
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
