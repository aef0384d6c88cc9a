// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.Dispatch;
import dev.sockeye.socketio.adapter.AnswerListener;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Passes the answers to a broadcast on as they come, one at a time. */
final class AnswerStream implements AnswerListener {
  private final Serial serial;
  private final Consumer<? super Answer> listener;
  private final CompletableFuture<Integer> future = new CompletableFuture<>();

  AnswerStream(Dispatch dispatch, Consumer<? super Answer> listener) {
    this.serial = new Serial(dispatch);
    this.listener = listener;
  }

  /** Completes after the last answer, with the number of those missing. */
  CompletableFuture<Integer> future() {
    return future;
  }

  @Override
  public void onAnswer(@Nullable String socketId, Args answer) {
    serial.execute(() -> listener.accept(new Answer(socketId, answer)));
  }

  /** No more answers will come: so many are missing, or something went wrong. */
  void complete(@Nullable Integer missing, @Nullable Throwable error) {
    serial.execute(
        () -> {
          if (error != null) {
            future.completeExceptionally(error);
          } else {
            future.complete(missing == null ? 0 : missing);
          }
        });
  }
}
