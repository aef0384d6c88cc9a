// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A server under test, or several that are one to their clients. */
interface Target extends AutoCloseable {
  /** What it has in use after a collection, in bytes. */
  record Memory(long heap, long direct) {}

  /** Where it listens, on the loopback interface. */
  int port();

  /** Where a connection goes, by its number among those of a workload. */
  default Target node(int connection) {
    return this;
  }

  /** Its processes, by their ids. */
  List<Long> pids();

  /** The process through which the nodes of a cluster talk to each other. */
  default Optional<Long> broker() {
    return Optional.empty();
  }

  /** How it was set up. */
  Setting setting();

  Memory memory() throws IOException;

  @Override
  void close();
}
