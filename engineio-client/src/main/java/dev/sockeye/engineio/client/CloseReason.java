// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

/** Why a connection ended; {@link #text()} is what the reference client calls it. */
public enum CloseReason {
  /** The network failed, the server refused, or one of them broke the rules of the transport. */
  TRANSPORT_ERROR("transport error"),
  /** The server closed the connection: with a close packet or frame, or by hanging up. */
  TRANSPORT_CLOSE("transport close"),
  /** This side closed the connection. */
  FORCED_CLOSE("forced close"),
  /** The server sent no ping in time. */
  PING_TIMEOUT("ping timeout"),
  /** The server sent bytes that are no Engine.IO packet. */
  PARSE_ERROR("parse error");

  private final String text;

  CloseReason(String text) {
    this.text = text;
  }

  /** The reason in the words of the reference client. */
  public String text() {
    return text;
  }
}
