// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.socketio.Dispatch;
import dev.sockeye.socketio.adapter.AdapterFactory;
import dev.sockeye.socketio.adapter.RecoveryOptions;
import dev.sockeye.socketio.spi.Parser;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.Nullable;

/**
 * The server's own options; what each one means is said at its setter in {@link
 * ServerOptionsBuilder}.
 */
record ServerOptions(
    Parser parser,
    AdapterFactory adapter,
    Dispatch dispatch,
    Duration connectTimeout,
    Duration drainDelay,
    boolean serveClient,
    boolean cleanupEmptyChildNamespaces,
    ErrorHandler errorHandler,
    Limits limits,
    @Nullable RecoveryOptions recovery,
    @Nullable ServerObservers observer) {

  /** What serves the official client's files below a path; empty if they aren't to be served. */
  Optional<ClientFileHandler> clientFiles(String path) {
    return serveClient
        ? Optional.of(
            new ClientFileHandler(path, ClientFiles.onClassPath(), ForkJoinPool.commonPool()))
        : Optional.empty();
  }
}
