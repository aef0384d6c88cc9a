// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.websocket;

/** The peer broke the WebSocket protocol or a limit; carries the close code that tells it so. */
public final class WebSocketException extends Exception {
  private static final long serialVersionUID = 1;

  private final int code;

  /**
   * @param code the close code that fits
   * @param message what was broken
   */
  public WebSocketException(int code, String message) {
    // Peers cause it at will: a stack trace would be dear and say nothing.
    super(message, null, false, false);
    this.code = code;
  }

  /** The close code that tells the peer. */
  public int code() {
    return code;
  }
}
