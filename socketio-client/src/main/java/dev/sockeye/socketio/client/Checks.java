// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import java.time.Duration;

/** What options may be. */
final class Checks {
  // Nanoseconds of a century still fit a long.
  private static final Duration LONGEST = Duration.ofDays(36_500);

  private Checks() {}

  static Duration positive(String option, Duration value) {
    if (value.toMillis() < 1 || value.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          option + " must be from PT0.001S to " + LONGEST + ", not " + value);
    }
    return value;
  }

  static int positive(String option, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(option + " must be positive, not " + value);
    }
    return value;
  }

  static int notNegative(String option, int value) {
    if (value < 0) {
      throw new IllegalArgumentException(option + " must not be negative, as " + value);
    }
    return value;
  }

  static double fraction(String option, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(option + " must be from 0 to 1, not " + value);
    }
    return value;
  }
}
