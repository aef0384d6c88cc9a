// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

/** How a server is set up for a scenario. */
enum Setting {
  /** As it comes. */
  PLAIN,
  /** With the benchmark's own certificate. */
  TLS,
  /** With permessage-deflate: level 1 where it can be chosen, from 1024 bytes on. */
  DEFLATE,
  /** A small young generation, and a new process for each run: what is measured is its memory. */
  MEMORY
}
