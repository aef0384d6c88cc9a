// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import dev.sockeye.socketio.Args;
import java.util.concurrent.CompletableFuture;

/** An answer that somebody waits for. */
final class SingleAck implements PendingAck {
  private final Threads threads;
  private final CompletableFuture<Args> future = new CompletableFuture<>();

  SingleAck(Threads threads) {
    this.threads = threads;
  }

  CompletableFuture<Args> future() {
    return future;
  }

  @Override
  public void onAnswer(Args answer) {
    threads.complete(() -> future.complete(answer));
  }

  @Override
  public void onFailure(RuntimeException why) {
    threads.complete(() -> future.completeExceptionally(why));
  }
}
