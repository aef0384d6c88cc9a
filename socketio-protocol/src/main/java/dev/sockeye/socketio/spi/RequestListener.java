// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.spi;

import dev.sockeye.socketio.Ack;
import dev.sockeye.socketio.AnswerException;
import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.EventListener;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A listener whose result is the answer.
 *
 * @param function what binds the arguments and makes the result
 * @param onFailure hears of what the function throws, of a stage that failed and of a result that
 *     can't be encoded
 */
public record RequestListener(
    Function<? super Args, ? extends @Nullable Object> function, Consumer<Throwable> onFailure)
    implements EventListener {
  @Override
  public void onEvent(Args args, Ack ack) {
    Object result;
    try {
      result = function.apply(args);
    } catch (Throwable e) {
      fail(ack, e);
      return;
    }
    if (result instanceof CompletionStage<?> stage) {
      stage.whenComplete(
          (value, error) -> {
            if (error == null) {
              answer(ack, value);
            } else {
              fail(ack, cause(error));
            }
          });
    } else {
      answer(ack, result);
    }
  }

  /** What a stage failed with, without the wrapping of {@code CompletableFuture}. */
  private static Throwable cause(Throwable error) {
    Throwable cause = error.getCause();
    return error instanceof CompletionException && cause != null ? cause : error;
  }

  private void answer(Ack ack, @Nullable Object value) {
    try {
      ack.send(new @Nullable Object[] {value});
    } catch (IllegalArgumentException e) {
      onFailure.accept(e); // it can't be encoded
    }
  }

  private void fail(Ack ack, Throwable error) {
    if (error instanceof AnswerException told) {
      answer(ack, told.answer());
    } else {
      onFailure.accept(error);
    }
  }
}
