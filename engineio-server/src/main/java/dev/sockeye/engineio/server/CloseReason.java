// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

/** Why a session ended; {@link #text()} is what the reference server calls it. */
public enum CloseReason {
  /** The network or the peer broke the rules of the transport. */
  TRANSPORT_ERROR("transport error"),
  /** The peer closed the connection or sent a close packet. */
  TRANSPORT_CLOSE("transport close"),
  /** This side closed the session. */
  FORCED_CLOSE("forced close"),
  /** The peer did not answer a ping in time. */
  PING_TIMEOUT("ping timeout"),
  /** The peer sent bytes that are no Engine.IO packet. */
  PARSE_ERROR("parse error"),
  /**
   * More bytes were waiting to be sent than {@code maxBufferedBytes} allows: the peer reads too
   * slowly.
   */
  BUFFER_OVERFLOW("buffer overflow"),
  /** The server is shutting down. */
  SERVER_SHUTTING_DOWN("server shutting down");

  private final String text;

  CloseReason(String text) {
    this.text = text;
  }

  /** The reason in the words of the reference server. */
  public String text() {
    return text;
  }
}
