// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import dev.sockeye.engineio.Headers;
import java.util.Objects;

/**
 * What has come back for a {@link ClientRequest}; 101 if it was the handshake of a WebSocket and
 * the server agreed.
 *
 * @param request the request
 * @param status the status
 * @param headers the headers
 */
public record ClientResponse(ClientRequest request, int status, Headers headers) {
  /** Checks the parts. */
  public ClientResponse {
    Objects.requireNonNull(request, "request");
    Objects.requireNonNull(headers, "headers");
  }
}
