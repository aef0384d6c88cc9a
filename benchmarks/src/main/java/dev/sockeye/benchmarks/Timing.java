// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import java.time.Duration;

/**
 * How long a run takes.
 *
 * @param warmUp before anything is measured
 * @param measured how long is measured
 * @param idle how long idle connections are watched: one interval of the heartbeat shows each
 *     exactly once
 * @param scale what the numbers of clients are divided by: 1, except in a smoke test
 */
record Timing(Duration warmUp, Duration measured, Duration idle, int scale) {
  int scaled(int clients) {
    return Math.max(2, clients / scale);
  }
}
