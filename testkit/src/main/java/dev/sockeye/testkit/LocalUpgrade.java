// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.server.spi.HttpHandler;
import dev.sockeye.engineio.server.spi.WebSocketTerms;
import dev.sockeye.engineio.server.spi.WebSocketUpgrade;
import dev.sockeye.engineio.spi.Scheduler;
import dev.sockeye.engineio.spi.WebSocketListener;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A request for a WebSocket in memory. */
public final class LocalUpgrade extends LocalExchange implements WebSocketUpgrade {
  private @Nullable LocalWebSocket webSocket;
  private Headers acceptHeaders = Headers.create();

  /** Set before the request is handled; null if nobody waits. */
  private @Nullable Consumer<LocalWebSocket> onAccept;

  LocalUpgrade(LocalRequest request, Scheduler scheduler) {
    super(request, scheduler);
  }

  /** Called by the {@link HttpHandler} under test. */
  @Override
  public void accept(
      Headers headers, WebSocketTerms terms, Scheduler scheduler, WebSocketListener listener) {
    if (webSocket != null || isAnswered()) {
      throw new IllegalStateException("the request was answered already");
    }
    acceptHeaders = headers;
    LocalWebSocket opened = new LocalWebSocket(terms.maxMessageBytes(), scheduler, listener);
    webSocket = opened;
    if (onAccept != null) {
      onAccept.accept(opened);
    }
    scheduler.execute(opened::open);
  }

  /** Lets somebody know when the 101 comes; before the request is handled. */
  void onAccept(Consumer<LocalWebSocket> action) {
    onAccept = action;
  }

  /** Whether the answer was a 101. */
  public boolean isAccepted() {
    return webSocket != null;
  }

  /** The headers of the 101. */
  public Headers acceptHeaders() {
    return acceptHeaders;
  }

  /**
   * The client's end of the WebSocket.
   *
   * @throws IllegalStateException if it was refused or not answered yet
   */
  public LocalWebSocket webSocket() {
    if (webSocket == null) {
      throw new IllegalStateException(
          "no WebSocket: " + (isAnswered() ? "refused with " + status() : "no answer yet"));
    }
    return webSocket;
  }
}
