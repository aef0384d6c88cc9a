// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client.spi;

/**
 * What the engine wants of a WebSocket.
 *
 * @param maxMessageBytes the size of the largest message that is received, inflated if it was
 *     compressed; a larger one closes the WebSocket with code 1009
 * @param offerDeflate whether permessage-deflate is offered to the server. A network that can't
 *     compress ignores it
 * @param deflateThreshold the size in bytes from which on a message that may be compressed is
 */
public record WebSocketTerms(int maxMessageBytes, boolean offerDeflate, int deflateThreshold) {
  /** Checks the limits. */
  public WebSocketTerms {
    if (maxMessageBytes <= 0) {
      throw new IllegalArgumentException(
          "maxMessageBytes must be positive, not " + maxMessageBytes);
    }
    if (deflateThreshold < 0) {
      throw new IllegalArgumentException(
          "deflateThreshold must not be negative, as " + deflateThreshold);
    }
  }
}
