// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.adapter;

import dev.sockeye.socketio.adapter.spi.BusHistory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Waits until this node has come as far as a client that was on a faster one: else the client would
 * get again what it has already.
 */
final class Arrivals {
  private static final Duration LOOK = Duration.ofMillis(100);

  private final BusHistory history;
  private final ClusterOptions options;
  private final List<Awaited> waiting = new CopyOnWriteArrayList<>();

  Arrivals(BusHistory history, ClusterOptions options) {
    this.history = history;
    this.options = options;
  }

  private record Awaited(String offset, long until, CompletableFuture<Void> here) {}

  /** Complete when this node has seen an offset; fails if that takes too long. */
  CompletionStage<Void> at(String offset) {
    CompletableFuture<Void> here = new CompletableFuture<>();
    if (isSeen(offset)) {
      here.complete(null);
      return here;
    }
    long until = options.timer().nanoTime() + options.requestTimeout().toNanos();
    waiting.add(new Awaited(offset, until, here));
    lookLater();
    return here;
  }

  private boolean isSeen(String offset) {
    return history.compare(offset, history.offset()) <= 0;
  }

  /** This node has seen an offset. */
  void onProgress(String offset) {
    if (waiting.isEmpty()) {
      return;
    }
    for (Awaited awaited : List.copyOf(waiting)) {
      if (history.compare(awaited.offset(), offset) <= 0 && waiting.remove(awaited)) {
        awaited.here().complete(null);
      }
    }
  }

  /** What comes in other namespaces is not told here. */
  private void lookLater() {
    options.timer().schedule(this::look, LOOK);
  }

  private void look() {
    onProgress(history.offset());
    long now = options.timer().nanoTime();
    for (Awaited awaited : List.copyOf(waiting)) {
      if (now - awaited.until() >= 0 && waiting.remove(awaited)) {
        awaited
            .here()
            .completeExceptionally(
                new IllegalStateException(
                    "this node has not seen "
                        + awaited.offset()
                        + " yet, but "
                        + history.offset()));
      }
    }
    if (!waiting.isEmpty()) {
      lookLater();
    }
  }
}
