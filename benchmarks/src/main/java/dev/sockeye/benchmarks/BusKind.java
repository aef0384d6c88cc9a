// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import java.util.Locale;

/** What the nodes of a cluster talk over, by the adapters that both sides have for it. */
enum BusKind {
  /** {@code PUBLISH}: npm {@code @socket.io/redis-adapter}, {@code createAdapter}. */
  CLASSIC,
  /** {@code SPUBLISH}: npm {@code @socket.io/redis-adapter}, {@code createShardedAdapter}. */
  SHARDED,
  /** {@code XADD}: npm {@code @socket.io/redis-streams-adapter}. */
  STREAMS;

  /** As a node's command line has it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
