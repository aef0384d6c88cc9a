// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.spi.Scheduler;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * The application's functions that add headers to the responses of sessions: those for the first
 * response of each, and those for all. They run one after the other, each when the one before is
 * done.
 */
final class HeaderHooks {
  /** What a hook is called with, and what it is waited for with. */
  interface Hook extends BiFunction<Headers, Request, CompletionStage<?>> {}

  private final Patience patience;
  private final List<Hook> initial = new CopyOnWriteArrayList<>();
  private final List<Hook> all = new CopyOnWriteArrayList<>();

  HeaderHooks(Patience patience) {
    this.patience = patience;
  }

  void addInitial(BiConsumer<? super Headers, ? super Request> hook) {
    initial.add(immediate(hook));
  }

  void addInitialAsync(
      BiFunction<? super Headers, ? super Request, ? extends CompletionStage<?>> hook) {
    initial.add(Objects.requireNonNull(hook, "hook")::apply);
  }

  void add(BiConsumer<? super Headers, ? super Request> hook) {
    all.add(immediate(hook));
  }

  void addAsync(BiFunction<? super Headers, ? super Request, ? extends CompletionStage<?>> hook) {
    all.add(Objects.requireNonNull(hook, "hook")::apply);
  }

  private static Hook immediate(BiConsumer<? super Headers, ? super Request> hook) {
    Objects.requireNonNull(hook, "hook");
    return (headers, request) -> {
      hook.accept(headers, request);
      return CompletableFuture.completedFuture(null);
    };
  }

  /** Whether no response but the first of a session has a hook. */
  boolean isEmpty() {
    return all.isEmpty();
  }

  /** Whether the first response of a session has no hook either. */
  boolean isInitiallyEmpty() {
    return initial.isEmpty() && all.isEmpty();
  }

  /**
   * Runs the hooks of a session's first response. On the thread; exactly one consumer is called.
   */
  void runInitial(
      ExtendedExchange exchange,
      Scheduler thread,
      Runnable then,
      Consumer<? super Throwable> onFailure) {
    exchange.markHooked();
    run(
        initial,
        0,
        exchange,
        thread,
        () -> run(all, 0, exchange, thread, then, onFailure),
        onFailure);
  }

  /** Runs the hooks of a later response. On the thread; exactly one consumer is called. */
  void run(
      ExtendedExchange exchange,
      Scheduler thread,
      Runnable then,
      Consumer<? super Throwable> onFailure) {
    exchange.markHooked();
    run(all, 0, exchange, thread, then, onFailure);
  }

  private void run(
      List<Hook> hooks,
      int index,
      ExtendedExchange exchange,
      Scheduler thread,
      Runnable then,
      Consumer<? super Throwable> onFailure) {
    if (index >= hooks.size()) {
      then.run();
      return;
    }
    patience.await(
        thread,
        "a header hook",
        () -> checked(hooks.get(index), exchange),
        kept -> {
          exchange.keep(kept);
          run(hooks, index + 1, exchange, thread, then, onFailure);
        },
        onFailure);
  }

  private static CompletionStage<Headers> checked(Hook hook, ExtendedExchange exchange) {
    Headers draft = exchange.draft();
    CompletionStage<?> done =
        Objects.requireNonNull(
            hook.apply(draft, exchange.request()), "a header hook returned null as its stage");
    return done.thenApply(
        ignored -> {
          AddedHeaders.check(draft);
          return draft;
        });
  }
}
