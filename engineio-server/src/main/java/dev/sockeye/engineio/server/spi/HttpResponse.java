// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server.spi;

import dev.sockeye.engineio.Headers;
import java.util.Objects;

/**
 * A complete HTTP response. The host adds {@code Content-Length}, and {@code Connection} and {@code
 * Date} where the protocol wants them; nothing else.
 *
 * @param status the status code
 * @param headers the headers, sent in their order
 * @param body the bytes; handed over, so not to be changed afterwards; none for the statuses 204,
 *     205 and 304
 * @param close whether the connection ends after this response
 */
public record HttpResponse(int status, Headers headers, byte[] body, boolean close) {
  private static final byte[] NO_BODY = {};

  /** Checks the parts. */
  public HttpResponse {
    Objects.requireNonNull(headers, "headers");
    Objects.requireNonNull(body, "body");
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException("status must be from 200 to 599, not " + status);
    }
    if (body.length > 0 && (status == 204 || status == 205 || status == 304)) {
      // The client would take it for the beginning of the next response.
      throw new IllegalArgumentException("a response with status " + status + " has no body");
    }
  }

  /** A response after which the connection may be used again. */
  public static HttpResponse of(int status, Headers headers, byte[] body) {
    return new HttpResponse(status, headers, body, false);
  }

  /** A response without a body. */
  public static HttpResponse empty(int status) {
    return new HttpResponse(status, Headers.create(), NO_BODY, false);
  }
}
