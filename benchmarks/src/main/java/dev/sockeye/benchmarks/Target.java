// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import java.io.IOException;

/** A server under test. */
interface Target extends AutoCloseable {
  /** What it has in use after a collection, in bytes. */
  record Memory(long heap, long direct) {}

  /** Where it listens, on the loopback interface. */
  int port();

  long pid();

  /** How it was set up. */
  Setting setting();

  Memory memory() throws IOException;

  @Override
  void close();
}
