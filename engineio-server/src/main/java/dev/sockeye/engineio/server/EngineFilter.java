// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

/**
 * Looks at every HTTP request to the engine before the engine does: handshakes, polls, posts and
 * requests for a WebSocket. This is where sessions of the application, security headers and rate
 * limits plug in. Implements "Engine middlewares" ({@code io.engine.use}) of the Socket.IO
 * documentation.
 *
 * <pre>{@code
 * io.engine().use((request, chain) -> {
 *   chain.headers().set("X-Content-Type-Options", "nosniff");
 *   chain.next();
 * });
 * }</pre>
 */
@FunctionalInterface
public interface EngineFilter {
  /**
   * Lets a request go on with {@link FilterChain#next()}, answers it, or fails, now or later.
   * Called on an event loop, for several requests at a time, so it must be safe for use from any
   * thread and must not block.
   *
   * @throws Exception to refuse the request with status 400, as {@link FilterChain#fail} does
   */
  void filter(Request request, FilterChain chain) throws Exception;
}
