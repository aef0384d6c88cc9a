// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server.spi;

import java.util.concurrent.CompletableFuture;

/** A handler that has paths of its own and an end: what a host serves, the engine first of all. */
public interface HttpService extends HttpHandler {
  /** Whether a request path is this service's. */
  boolean handles(String path);

  /** Takes nothing new and lets what is there come to its end. Idempotent. */
  CompletableFuture<Void> close();
}
