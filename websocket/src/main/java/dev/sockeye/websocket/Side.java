// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.websocket;

/**
 * An end of a WebSocket. A client masks what it sends, a server doesn't (RFC 6455, section 5.1).
 */
public enum Side {
  /** The end that has asked for the WebSocket. */
  CLIENT,
  /** The end that has accepted it. */
  SERVER;

  /** Checks a frame that this end has received. */
  void checkMask(boolean masked) throws WebSocketException {
    if (masked != (this == SERVER)) {
      throw new WebSocketException(
          WebSocketProtocol.PROTOCOL_ERROR,
          this == SERVER
              ? "a client's frame must be masked"
              : "a server's frame must not be masked");
    }
  }
}
