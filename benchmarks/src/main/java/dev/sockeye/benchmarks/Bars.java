// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import java.util.Map;

/**
 * What Sockeye, with listeners on the I/O thread, must reach in a scenario.
 *
 * @param ofBestPeer its main figure divided by the best peer's, at most; not a number if there is
 *     no such bar
 * @param ofLimit the same against the limit
 * @param absolute figures that are bars by themselves
 */
record Bars(double ofBestPeer, double ofLimit, Map<Figure, Double> absolute) {
  static final Bars NONE = new Bars(Double.NaN, Double.NaN, Map.of());

  /** With the default dispatch Sockeye is nowhere slower than the best peer. */
  static final double OF_BEST_PEER_BY_DEFAULT = 1;

  Bars {
    absolute = Map.copyOf(absolute);
  }

  static Bars of(double ofBestPeer, double ofLimit) {
    return new Bars(ofBestPeer, ofLimit, Map.of());
  }

  static Bars ofPeer(double ofBestPeer) {
    return of(ofBestPeer, Double.NaN);
  }

  static Bars growth(Figure growth, double most) {
    return new Bars(Double.NaN, Double.NaN, Map.of(growth, most));
  }
}
