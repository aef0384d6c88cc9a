// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import java.util.List;

/** Something that servers are compared in. */
interface Scenario {
  /** As on the command line. */
  String name();

  /** What happens, in one sentence. */
  String title();

  /** What the CPU time and the rate count. */
  String unit();

  /** The columns; the first one is what the ratios and the bars compare, and less is better. */
  List<Figure> figures();

  Bars bars();

  /** Whether the limit server knows the scenario. */
  boolean onLimit();

  /** Whether each round needs a new process, because what is measured is its memory. */
  boolean freshProcess();

  /** Runs once. Ends in a bounded time whatever the server does. */
  Outcome run(Generator generator, Target server, Timing timing) throws Exception;
}
