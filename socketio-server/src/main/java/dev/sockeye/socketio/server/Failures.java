// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** What went wrong in a stage, without the wrapping of {@code CompletableFuture}. */
final class Failures {
  private Failures() {}

  static Throwable cause(Throwable thrown) {
    Throwable cause = thrown.getCause();
    return thrown instanceof CompletionException && cause != null ? cause : thrown;
  }

  /** The failure of a future that is done; null if there is none. */
  static @Nullable Throwable of(CompletableFuture<?> done) {
    Throwable failure = done.handle((value, error) -> error).join();
    return failure == null ? null : cause(failure);
  }
}
