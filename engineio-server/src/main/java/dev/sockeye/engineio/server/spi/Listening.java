// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server.spi;

import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;

/** A host that accepts connections. */
public interface Listening extends AutoCloseable {
  /** The address that was bound; its port is the real one where 0 was asked for. */
  InetSocketAddress address();

  /** The port that was bound. */
  default int port() {
    return address().getPort();
  }

  /**
   * Stops accepting connections now; those that are open live on. Complete once the port is free
   * again.
   */
  CompletableFuture<Void> stopAccepting();

  /**
   * Stops accepting, closes the service that it serves, closes what is left, and waits for the
   * threads to end.
   */
  @Override
  void close();
}
