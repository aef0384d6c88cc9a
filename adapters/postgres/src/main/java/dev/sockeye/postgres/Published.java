// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.postgres;

import dev.sockeye.socketio.adapter.spi.PublishCallback;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** How a publication went, as a stage. */
final class Published implements PublishCallback {
  private final CompletableFuture<Void> stage = new CompletableFuture<>();

  CompletionStage<Void> stage() {
    return stage;
  }

  @Override
  public void onPublished(Optional<String> offset) {
    stage.complete(null);
  }

  @Override
  public void onFailure(Throwable why) {
    stage.completeExceptionally(why);
  }
}
