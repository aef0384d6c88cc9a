// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.socketio.AckTimeoutException;
import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.Dispatch;
import dev.sockeye.socketio.adapter.AnswerListener;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Collects the answers to a broadcast into one future. */
final class Answers implements AnswerListener {
  private final Dispatch dispatch;
  private final CompletableFuture<List<Args>> future = new CompletableFuture<>();

  /** In the order of arrival; guarded by itself. */
  private final List<Args> received = new ArrayList<>();

  Answers(Dispatch dispatch) {
    this.dispatch = dispatch;
  }

  CompletableFuture<List<Args>> future() {
    return future;
  }

  @Override
  public void onAnswer(@Nullable String socketId, Args answer) {
    synchronized (received) {
      received.add(answer);
    }
  }

  /** No more answers will come: so many are missing, or something went wrong. */
  void complete(@Nullable Integer missing, @Nullable Throwable error) {
    List<Args> all;
    synchronized (received) {
      all = List.copyOf(received);
    }
    dispatch.answer(
        () -> {
          if (error != null) {
            future.completeExceptionally(error);
          } else if (missing != null && missing > 0) {
            future.completeExceptionally(new AckTimeoutException(all));
          } else {
            future.complete(all);
          }
        });
  }
}
