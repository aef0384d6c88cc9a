// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.Transport;
import java.net.URI;
import java.util.Objects;

/**
 * An HTTP request that is about to be sent: a GET or a POST of long-polling, or the handshake of a
 * WebSocket.
 *
 * @param transport for which transport it is
 * @param method {@code GET} or {@code POST}
 * @param uri where it goes, {@code http} or {@code https}, without the query
 * @param query the query, encoded as it is sent
 * @param headers the headers, cookies included; may be added to and changed
 */
public record ClientRequest(
    Transport transport, String method, URI uri, String query, Headers headers) {
  /** Checks the parts. */
  public ClientRequest {
    Objects.requireNonNull(transport, "transport");
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(uri, "uri");
    Objects.requireNonNull(query, "query");
    Objects.requireNonNull(headers, "headers");
  }
}
