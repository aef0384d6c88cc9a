// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import java.util.concurrent.CompletionException;

/** What went wrong in a stage, without the wrapping of {@code CompletableFuture}. */
final class Failures {
  private Failures() {}

  static Throwable cause(Throwable thrown) {
    Throwable cause = thrown.getCause();
    return thrown instanceof CompletionException && cause != null ? cause : thrown;
  }
}
