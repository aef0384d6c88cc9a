// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import dev.sockeye.engineio.Headers;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What every response goes through: its cookies are kept, and the user's hook sees it. */
class ResponseSteps {
  private final EngineOptions options;

  /** Set before the request is sent; null once its response has come. */
  private @Nullable ClientRequest request;

  /** As the request. */
  private @Nullable RequestCookies cookies;

  ResponseSteps(EngineOptions options) {
    this.options = options;
  }

  final void expect(ClientRequest request, RequestCookies cookies) {
    this.request = request;
    this.cookies = cookies;
  }

  /** Throws what the hook throws. */
  final void pass(int status, Headers headers) {
    ClientRequest answered = Objects.requireNonNull(request);
    RequestCookies jar = Objects.requireNonNull(cookies);
    // A WebSocket outlives its handshake by far.
    request = null;
    cookies = null;
    jar.keepFrom(headers);
    if (options.onResponse != null) {
      options.onResponse.accept(new ClientResponse(answered, status, headers));
    }
  }
}
