// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import java.time.Duration;

/** The limits of a host; see {@link NettyHost.Builder} for what each means. */
record HostOptions(
    int maxConnections,
    int maxInitialLine,
    int maxHeaderBytes,
    int maxDiscardedBody,
    int maxPipelined,
    Duration headTimeout,
    Duration bodyTimeout,
    Duration idleTimeout,
    Duration closeTimeout) {

  HostOptions {
    positive("maxConnections", maxConnections);
    positive("maxInitialLine", maxInitialLine);
    positive("maxHeaderBytes", maxHeaderBytes);
    positive("maxPipelined", maxPipelined);
    if (maxDiscardedBody < 0) {
      throw new IllegalArgumentException("maxDiscardedBody must not be " + maxDiscardedBody);
    }
    positive("headTimeout", headTimeout);
    positive("bodyTimeout", bodyTimeout);
    positive("idleTimeout", idleTimeout);
    positive("closeTimeout", closeTimeout);
  }

  private static void positive(String name, int value) {
    if (value <= 0) {
      throw new IllegalArgumentException(name + " must be positive, not " + value);
    }
  }

  private static void positive(String name, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(name + " must be positive, not " + value);
    }
  }

  /** The limits while they are being set, from their defaults on. */
  static final class Collector {
    // Generous, so that the limit comes before the memory ends.
    private static final int HEAP_PER_CONNECTION = 16 * 1024;

    int maxConnections =
        (int) Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / HEAP_PER_CONNECTION);

    // Node.js counts the request line and the headers together and allows 16 KiB.
    int maxInitialLine = 8 * 1024;
    int maxHeaderBytes = 16 * 1024;

    // Enough for a body just above the engine's default limit (1 MB) to be read to its end, so that
    // the client gets to see the 413.
    int maxDiscardedBody = 2 * 1024 * 1024;
    int maxPipelined = 16;
    Duration headTimeout = Duration.ofSeconds(10);
    Duration bodyTimeout = Duration.ofSeconds(30);

    // Above the 60 s after which usual proxies let go of an idle connection: the side that sends
    // requests should be the one that closes.
    Duration idleTimeout = Duration.ofSeconds(65);
    Duration closeTimeout = Duration.ofSeconds(5);

    HostOptions options() {
      return new HostOptions(
          maxConnections,
          maxInitialLine,
          maxHeaderBytes,
          maxDiscardedBody,
          maxPipelined,
          headTimeout,
          bodyTimeout,
          idleTimeout,
          closeTimeout);
    }
  }
}
