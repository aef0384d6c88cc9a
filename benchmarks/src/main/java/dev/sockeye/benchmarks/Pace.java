// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import java.time.Duration;

/**
 * How long a scenario takes its time, unless the command line says otherwise.
 *
 * @param firstWarmUp how long a server is loaded before its first round: until what it runs is
 *     compiled
 * @param warmUp the same before each later round
 * @param measured how long a round measures
 */
record Pace(Duration firstWarmUp, Duration warmUp, Duration measured) {
  /** Tens of thousands of messages a second: compiled soon. */
  static final Pace MESSAGES = seconds(6, 0.6, 2);

  /** The JDK's TLS is compiled late. */
  static final Pace TLS = seconds(10, 0.6, 2);

  /** As many messages as are due, not as many as the server can: compiled later. */
  static final Pace OPEN_LOOP = seconds(8, 0.6, 2);

  /** A few thousand connections a second, each through much code. */
  static final Pace CONNECTIONS = seconds(14, 1, 2);

  /** Several steps a round, with many connections to be opened. */
  static final Pace STEPS = seconds(2, 0.5, 1);

  /** Two nodes share a core, and each compiles for itself. */
  static final Pace BROADCAST_IN_CLUSTER = seconds(12, 0.6, 2);

  /** As above, with three nodes and much to say in each message. */
  static final Pace FETCH_IN_CLUSTER = seconds(24, 1, 2);

  private static Pace seconds(double firstWarmUp, double warmUp, double measured) {
    return new Pace(millis(firstWarmUp), millis(warmUp), millis(measured));
  }

  private static Duration millis(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }
}
