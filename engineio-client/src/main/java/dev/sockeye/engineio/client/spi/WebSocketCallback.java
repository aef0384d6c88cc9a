// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client.spi;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.spi.WebSocketListener;

/**
 * Gets what happens to a WebSocket. In order: {@link #onResponse} if the server answered the
 * handshake; {@link #onOpen} if it agreed; messages; and one {@link #onClose}, in any case.
 */
public interface WebSocketCallback extends WebSocketListener {
  /**
   * The server has answered the handshake: with 101, whereupon {@code onOpen} follows, or with a
   * refusal, whereupon {@code onClose} follows.
   *
   * @param body the beginning of a refusal's body; empty with 101
   */
  void onResponse(int status, Headers headers, RawData body);
}
