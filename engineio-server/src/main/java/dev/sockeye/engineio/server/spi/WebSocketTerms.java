// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server.spi;

import dev.sockeye.engineio.server.PerMessageDeflate;
import org.jspecify.annotations.Nullable;

/**
 * What the engine wants of a WebSocket.
 *
 * @param maxMessageBytes the size of the largest message that is received, inflated if it was
 *     compressed; a larger one closes the WebSocket with code 1009
 * @param perMessageDeflate how to compress if the client offers it; null for not at all. A host
 *     that can't compress ignores it.
 */
public record WebSocketTerms(int maxMessageBytes, @Nullable PerMessageDeflate perMessageDeflate) {
  /** Checks the limit. */
  public WebSocketTerms {
    if (maxMessageBytes <= 0) {
      throw new IllegalArgumentException(
          "maxMessageBytes must be positive, not " + maxMessageBytes);
    }
  }

  /** A WebSocket without compression. */
  public static WebSocketTerms uncompressed(int maxMessageBytes) {
    return new WebSocketTerms(maxMessageBytes, null);
  }
}
