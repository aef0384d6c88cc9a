// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.server.spi.HttpResponse;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What one {@link EngineFilter} decides about one request. Exactly one of {@link #next()}, {@link
 * #respond(HttpResponse)} and {@link #fail} is to be called, once, from any thread; a filter that
 * doesn't within {@link EngineOptionsBuilder#hookTimeout} has failed.
 */
public final class FilterChain {
  /** What was decided; no response means that the request goes on. */
  record Outcome(@Nullable HttpResponse response) {}

  private static final Outcome NEXT = new Outcome(null);

  private final Headers headers;
  private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();

  FilterChain(Headers headers) {
    this.headers = headers;
  }

  /**
   * The headers that the response gets besides its own, be it a poll's answer, an error or the 101
   * of a WebSocket. Those of CORS and of earlier filters are there already; cookies are to be added
   * ({@link Headers#addCookie}), and nobody's cookie replaces another's. A header that the engine
   * itself sets is replaced by the one that is here.
   *
   * <p>To be changed before the request goes on, by one thread at a time.
   */
  public Headers headers() {
    return headers;
  }

  /**
   * Lets the request go on, to the next filter and in the end to the engine. Fails instead if there
   * is a header among {@link #headers()} that only the host can set ({@code Content-Length}, …).
   */
  public void next() {
    decide(NEXT);
  }

  /** Lets the request go on once a stage is complete; its failure is that of the filter. */
  public void next(CompletionStage<?> first) {
    first.whenComplete(
        (value, failure) -> {
          if (failure == null) {
            next();
          } else {
            fail(failure);
          }
        });
  }

  /**
   * Answers the request; no other filter sees it, nor does the engine. Fails instead where {@link
   * #next()} does.
   */
  public void respond(HttpResponse response) {
    decide(new Outcome(Objects.requireNonNull(response, "response")));
  }

  /** As {@link #respond(HttpResponse)}, with a short text. */
  public void respond(int status, String text) {
    Headers type = Headers.of("Content-Type", "text/plain; charset=UTF-8");
    respond(HttpResponse.of(status, type, text.getBytes(UTF_8)));
  }

  /**
   * Refuses the request with status 400 and the error {@link EngineError#BAD_REQUEST}, whose
   * context is {@code name: MIDDLEWARE_FAILURE}. The cause is logged; the client isn't told, and
   * gets none of the headers that this filter has added.
   */
  public void fail(Throwable cause) {
    if (!outcome.completeExceptionally(Objects.requireNonNull(cause, "cause"))) {
      throw decided();
    }
  }

  private void decide(Outcome decision) {
    try {
      AddedHeaders.check(headers);
    } catch (IllegalArgumentException e) {
      fail(e);
      return;
    }
    if (!outcome.complete(decision)) {
      throw decided();
    }
  }

  private static IllegalStateException decided() {
    return new IllegalStateException(
        "this filter has decided already: call next, respond or fail once for each request");
  }

  CompletionStage<Outcome> outcome() {
    return outcome;
  }
}
