// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.socketio.Args;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A listener whose result is the answer.
 *
 * @param <T> the type of the first argument
 */
final class RequestListener<T> implements EventListener {
  private final Function<Args, T> binding;
  private final Function<? super T, ? extends @Nullable Object> function;

  /** Hears of a stage that failed and of a result that can't be encoded. */
  private final Consumer<Throwable> onFailure;

  RequestListener(
      Function<Args, T> binding,
      Function<? super T, ? extends @Nullable Object> function,
      Consumer<Throwable> onFailure) {
    this.binding = binding;
    this.function = function;
    this.onFailure = onFailure;
  }

  @Override
  public void onEvent(Args args, Ack ack) {
    Object result = function.apply(binding.apply(args));
    if (result instanceof CompletionStage<?> stage) {
      stage.whenComplete((value, error) -> answer(ack, value, error));
    } else {
      ack.send(result);
    }
  }

  private void answer(Ack ack, @Nullable Object value, @Nullable Throwable error) {
    Throwable failure = error;
    if (failure == null) {
      try {
        ack.send(value);
      } catch (IllegalArgumentException e) {
        failure = e; // it can't be encoded
      }
    }
    if (failure != null) {
      onFailure.accept(Failures.cause(failure));
    }
  }
}
