// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

/**
 * The traffic of one scenario against one server. All methods are called on the load generator's
 * event loop, in this order: {@link #open}, {@link #isOpen} until true, {@link #begin}, {@link
 * #stop}, {@link #missing} until empty, {@link #close}.
 */
interface Workload {
  /** Begins to connect. */
  void open();

  boolean isOpen();

  /** Starts the traffic. */
  void begin();

  /** Sends nothing new; what is under way may arrive. */
  void stop();

  /** What hasn't been answered yet, in words; empty if nothing. */
  String missing();

  void close();
}
