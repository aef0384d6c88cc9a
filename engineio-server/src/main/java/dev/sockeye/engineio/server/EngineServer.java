// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.server.spi.HttpExchange;
import dev.sockeye.engineio.server.spi.HttpHandler;
import dev.sockeye.engineio.server.spi.WebSocketUpgrade;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The Engine.IO server: sessions over any host. Knows nothing of sockets or of Socket.IO. Safe for
 * use from any thread.
 */
@SuppressWarnings("DoNotCallSuggester") // a sketch
public final class EngineServer implements HttpHandler {
  private EngineServer() {}

  /** A server with the given options. */
  public static EngineServer create(EngineOptions options) {
    throw new UnsupportedOperationException("engineio-server: not written yet");
  }

  /** The options. */
  public EngineOptions options() {
    throw new UnsupportedOperationException("engineio-server: not written yet");
  }

  /**
   * Sets what makes the listener of each new session; called once, on the session's thread, before
   * anything is received. To be set before the first request.
   */
  public void onConnection(Function<? super Session, ? extends SessionListener> factory) {
    throw new UnsupportedOperationException("engineio-server: not written yet");
  }

  /** Adds a listener of refused requests; called on the request's thread, so it must not block. */
  public void onConnectionError(Consumer<? super ConnectionError> listener) {
    throw new UnsupportedOperationException("engineio-server: not written yet");
  }

  /** Whether a request path is this engine's. */
  public boolean handles(String path) {
    throw new UnsupportedOperationException("engineio-server: not written yet");
  }

  /**
   * Answers a request to the engine's path; a {@link WebSocketUpgrade} may end as a WebSocket.
   * Called by the host on the exchange's thread.
   */
  @Override
  public void handle(HttpExchange exchange) {
    throw new UnsupportedOperationException("engineio-server: not written yet");
  }

  /**
   * Sends one message to many sessions: a task per scheduler at most, whatever the number of
   * sessions. Each session gets it in the order of the caller's other sends to it.
   */
  public void broadcast(Message message, Collection<Session> sessions) {
    throw new UnsupportedOperationException("engineio-server: not written yet");
  }

  /** The number of open sessions. */
  public int sessionCount() {
    throw new UnsupportedOperationException("engineio-server: not written yet");
  }

  /**
   * Refuses new sessions, lets those that are open send what is queued until the drain time-out is
   * over, then closes them with {@link CloseReason#SERVER_SHUTTING_DOWN}. Idempotent.
   */
  public CompletableFuture<Void> close() {
    throw new UnsupportedOperationException("engineio-server: not written yet");
  }
}
