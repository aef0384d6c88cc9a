// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.server.spi.HttpExchange;
import dev.sockeye.engineio.server.spi.HttpResponse;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What every request passes before the engine looks at it: CORS, then the application's filters in
 * the order in which they were added. On the exchange's thread.
 */
final class Entrance {
  private final @Nullable Function<? super Request, ? extends CompletionStage<Cors>> cors;
  private final Patience patience;
  private final BiConsumer<EngineRequest, Refusal> refuse;
  private final List<EngineFilter> filters = new CopyOnWriteArrayList<>();

  /**
   * @param refuse answers with an error
   */
  Entrance(AccessOptions options, BiConsumer<EngineRequest, Refusal> refuse) {
    this.cors = options.cors();
    this.patience = options.patience();
    this.refuse = refuse;
  }

  void add(EngineFilter filter) {
    filters.add(filter);
  }

  /** Whether there is nothing to pass. */
  boolean isOpen() {
    return cors == null && filters.isEmpty();
  }

  /** Lets a request pass all, or answers it. */
  void pass(EngineRequest request, Consumer<? super EngineRequest> then) {
    passCors(request, passed -> filter(passed, 0, then));
  }

  /** Lets a request pass CORS alone, or answers it. */
  void passCors(EngineRequest request, Consumer<? super EngineRequest> then) {
    if (cors == null) {
      then.accept(request);
      return;
    }
    await(
        request,
        "cors",
        () -> cors.apply(request.request()),
        chosen -> {
          try {
            addHeaders(request.extended(), chosen);
          } catch (RuntimeException e) {
            // The application's own predicate.
            fail(request, e);
            return;
          }
          if (!answerPreflight(request.exchange(), chosen)) {
            then.accept(request);
          }
        });
  }

  private static void addHeaders(ExtendedExchange exchange, Cors chosen) {
    exchange.added().addAll(chosen.responseHeaders(exchange.method(), exchange.headers()));
  }

  private static boolean answerPreflight(HttpExchange exchange, Cors chosen) {
    OptionalInt status = chosen.preflightAnswer(exchange.method());
    // Some browsers wait for the body of a 204 that doesn't say that it has none.
    Headers empty = Headers.of("Content-Length", "0");
    status.ifPresent(code -> exchange.respond(HttpResponse.of(code, empty, new byte[0])));
    return status.isPresent();
  }

  private void filter(EngineRequest request, int index, Consumer<? super EngineRequest> then) {
    if (index >= filters.size()) {
      then.accept(request);
      return;
    }
    FilterChain chain = new FilterChain(request.extended().draft());
    await(
        request,
        "a filter",
        () -> {
          filters.get(index).filter(request.request(), chain);
          return chain.outcome();
        },
        outcome -> {
          request.extended().keep(chain.headers());
          if (outcome.response() != null) {
            request.exchange().respond(outcome.response());
          } else {
            filter(request, index + 1, then);
          }
        });
  }

  private <T> void await(
      EngineRequest request,
      String step,
      Callable<? extends CompletionStage<T>> function,
      Consumer<? super T> onValue) {
    patience.await(
        request.exchange().scheduler(), step, function, onValue, failure -> fail(request, failure));
  }

  private void fail(EngineRequest request, Throwable failure) {
    refuse.accept(request, Refusal.failure(EngineError.BAD_REQUEST, "MIDDLEWARE_FAILURE", failure));
  }
}
