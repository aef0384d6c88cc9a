// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.spi;

import java.time.Duration;

/**
 * What the values of options may be. Each method returns the value that it was given, or throws an
 * {@link IllegalArgumentException} that names the option, its bounds and the value.
 *
 * <p>For the builders of the server and the client.
 */
public final class Bounds {
  /** The longest time that may be waited for anything: 24 days. */
  public static final Duration LONGEST = Duration.ofMillis(Integer.MAX_VALUE);

  private Bounds() {}

  /** A time from 1 ms to {@link #LONGEST}. */
  public static Duration time(String option, Duration value) {
    if (value.toMillis() < 1 || value.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          option + " must be from PT0.001S to " + LONGEST + ", not " + value);
    }
    return value;
  }

  /** A number from 1 to a limit. */
  public static int upTo(int max, String option, int value) {
    if (value < 1 || value > max) {
      throw new IllegalArgumentException(option + " must be from 1 to " + max + ", not " + value);
    }
    return value;
  }

  /** A number from 1 on. */
  public static int positive(String option, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(option + " must be positive, not " + value);
    }
    return value;
  }

  /** A number from 0 on. */
  public static int notNegative(String option, int value) {
    if (value < 0) {
      throw new IllegalArgumentException(option + " must not be negative, as " + value);
    }
    return value;
  }

  /** A part of something: from 0 to 1. */
  public static double fraction(String option, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(option + " must be from 0 to 1, not " + value);
    }
    return value;
  }
}
