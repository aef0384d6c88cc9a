// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Who is measured in what, how often and how long. */
record Plan(BenchOptions options, Programs programs) {
  /** One interval of the heartbeat, which is 25 s in all servers. */
  private static final Duration IDLE = Duration.ofSeconds(25);

  /** A process starts while nothing is measured. */
  private static final Duration START = Duration.ofMillis(600);

  List<Scenario> scenarios() {
    return options.scenarios();
  }

  /** Those that take part in a scenario, and can on this machine. */
  List<Contender> servers(Scenario scenario) {
    return scenario.summary().entry().of(options.servers()).stream()
        .filter(server -> server.absence(programs).isEmpty())
        .toList();
  }

  /** Those that were to take part in some scenario, whether or not they can. */
  Set<Contender> wanted() {
    Set<Contender> wanted = EnumSet.noneOf(Contender.class);
    for (Scenario scenario : scenarios()) {
      wanted.addAll(scenario.summary().entry().of(options.servers()));
    }
    return wanted;
  }

  /** The memory of a fresh process hardly varies, and a scenario must end in three minutes. */
  int rounds(Scenario scenario) {
    return scenario.freshProcess() ? 1 : options.rounds();
  }

  Timing timing(Scenario scenario, int round) {
    Pace pace = scenario.summary().pace();
    return new Timing(
        round == 0 ? options.firstWarmUp().orElse(pace.firstWarmUp()) : pace.warmUp(),
        options.measured().orElse(pace.measured()),
        IDLE,
        1);
  }

  /** How long a scenario takes if no server fails, about. */
  Duration estimate(Scenario scenario) {
    Duration oneServer = START;
    for (int round = 0; round < rounds(scenario); round++) {
      oneServer = oneServer.plus(scenario.estimate(timing(scenario, round)));
    }
    return oneServer.multipliedBy(servers(scenario).size());
  }

  /** How long everything takes, about. */
  Duration estimate() {
    return scenarios().stream().map(this::estimate).reduce(Duration.ZERO, Duration::plus);
  }
}
