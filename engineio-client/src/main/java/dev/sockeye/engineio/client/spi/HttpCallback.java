// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client.spi;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.RawData;

/** Gets the outcome of an HTTP request: one call, on the thread that sent it. */
public interface HttpCallback {
  /**
   * The response is complete.
   *
   * @param body a text unless its {@code Content-Type} is {@code application/octet-stream}; empty
   *     if there is none. The callback's to keep
   */
  void onResponse(int status, Headers headers, RawData body);

  /**
   * There is no response.
   *
   * @param error an {@link java.io.IOException} if the network failed; another exception if the
   *     server broke the rules of HTTP or the response is too large
   */
  void onFailure(Throwable error);
}
