// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers requests with errors, and tells those who want to know. Safe for use from any thread. */
final class Refusals {
  private static final Logger log = LoggerFactory.getLogger(Refusals.class);

  private final Farewells farewells;
  private final List<Consumer<? super ConnectionError>> listeners = new CopyOnWriteArrayList<>();

  Refusals(Farewells farewells) {
    this.farewells = farewells;
  }

  void onConnectionError(Consumer<? super ConnectionError> listener) {
    listeners.add(listener);
  }

  /** Answers a request with an error, unless its peer has just said goodbye. */
  void refuse(EngineRequest request, Refusal refusal) {
    if (refusal.error() == EngineError.UNKNOWN_SID && farewells.answer(request)) {
      return;
    }
    if (refusal.cause() == null) {
      log.debug("{} refused: {}", request.exchange().path(), refusal);
    } else {
      log.error("{}: a request was refused", refusal.context(), refusal.cause());
    }
    request.refuse(refusal);
    if (!listeners.isEmpty()) {
      tell(new ConnectionError(request.request(), refusal.error(), refusal.context()));
    }
  }

  private void tell(ConnectionError error) {
    for (Consumer<? super ConnectionError> listener : listeners) {
      try {
        listener.accept(error);
      } catch (RuntimeException e) {
        log.error("a listener of connection errors failed", e);
      }
    }
  }
}
