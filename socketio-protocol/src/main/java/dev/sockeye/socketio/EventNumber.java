// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

import java.math.BigDecimal;

/** The name of an event that is a number on the wire: what JavaScript makes of it as a key. */
final class EventNumber {
  // JavaScript writes numbers from here on with an exponent.
  private static final double EXPONENT_FROM = 1e21;

  private EventNumber() {}

  static String name(String json) {
    return name(Double.parseDouble(json));
  }

  static String name(double number) {
    if (number == 0) {
      return "0";
    }
    if (number == Math.rint(number) && Math.abs(number) < EXPONENT_FROM) {
      return new BigDecimal(number).toPlainString();
    }
    return Double.toString(number);
  }
}
