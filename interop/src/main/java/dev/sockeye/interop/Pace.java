// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import java.time.Duration;

/**
 * How much time a suite's server leaves to its peers.
 *
 * @param pingInterval the time between two pings
 * @param pingTimeout the time for a pong
 * @param connectTimeout the time to join a namespace, of Socket.IO
 */
record Pace(Duration pingInterval, Duration pingTimeout, Duration connectTimeout) {
  /** What the official suites ask for. */
  static final Pace AS_LISTED = millis(300, 200, 1000);

  /** As many pings, with so much time to answer that a busy machine does. */
  static final Pace PATIENT = millis(300, 2000, 45_000);

  /** That of a server without options, which no test sees the end of. */
  static final Pace UNHURRIED = millis(25_000, 20_000, 45_000);

  private static Pace millis(int pingInterval, int pingTimeout, int connectTimeout) {
    return new Pace(
        Duration.ofMillis(pingInterval),
        Duration.ofMillis(pingTimeout),
        Duration.ofMillis(connectTimeout));
  }
}
