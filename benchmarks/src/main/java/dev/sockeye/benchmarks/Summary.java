// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

/**
 * What is said about a scenario before it runs.
 *
 * @param name as on the command line
 * @param title what happens, in one sentence
 * @param unit what the CPU time and the rate count
 */
record Summary(
    String name, String title, String unit, Bars bars, Entry entry, Setting setting, Pace pace) {
  Summary(String name, String title, String unit) {
    this(name, title, unit, Bars.NONE, Entry.SERVERS, Setting.PLAIN, Pace.MESSAGES);
  }

  Summary bars(Bars others) {
    return new Summary(name, title, unit, others, entry, setting, pace);
  }

  Summary entry(Entry other) {
    return new Summary(name, title, unit, bars, other, setting, pace);
  }

  Summary setting(Setting other) {
    return new Summary(name, title, unit, bars, entry, other, pace);
  }

  Summary pace(Pace other) {
    return new Summary(name, title, unit, bars, entry, setting, other);
  }
}
