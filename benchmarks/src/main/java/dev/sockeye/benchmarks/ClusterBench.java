// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** {@code ./bench cluster}: clusters of Sockeye beside clusters of Node.js, over one Redis each. */
final class ClusterBench {
  static final List<Contender> KINDS = List.of(Contender.SOCKEYE_IO, Contender.NODE);

  private final Programs programs;
  private final Generator generator;
  private final int rounds;
  private final Duration measured;

  private ClusterBench(Programs programs, Generator generator, int rounds, Duration measured) {
    this.programs = programs;
    this.generator = generator;
    this.rounds = rounds;
    this.measured = measured;
  }

  /**
   * Prints the tables; fails if an answer was wrong or missing.
   *
   * @param args the number of rounds and the seconds of each, 3 and 2 if missing; then names of
   *     scenarios, the usual ones if missing
   */
  public static void main(String[] args) throws Exception {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 3;
    int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 2;
    List<String> names = List.of(args).subList(Math.min(2, args.length), args.length);
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var programs = new Programs(Path.of(System.getProperty("bench.root", ".")), java, java);
    System.out.printf(
        "Measured on %s: %s.%n%d interleaved rounds of %d s.%n",
        LocalDate.now(ZoneOffset.UTC), Machine.here(programs).describe(), rounds, seconds);
    boolean isSound = true;
    try (var generator = new Generator()) {
      var bench = new ClusterBench(programs, generator, rounds, Duration.ofSeconds(seconds));
      for (ClusterScenario scenario : ClusterScenario.ALL) {
        if (names.contains(scenario.scenario().name())
            || (names.isEmpty() && ClusterScenario.USUAL.contains(scenario))) {
          Comparison comparison = bench.compare(scenario);
          System.out.print(new Report().comparison(comparison));
          isSound &= comparison.results().stream().allMatch(Result::succeeded);
        }
      }
    }
    System.exit(isSound ? 0 : 1);
  }

  private Comparison compare(ClusterScenario clustered) throws Exception {
    List<Result> results = KINDS.stream().map(Result::new).toList();
    Map<Contender, Cluster> running = new EnumMap<>(Contender.class);
    try {
      for (int round = 0; round < rounds; round++) {
        for (Result result : results) {
          if (result.failure().isEmpty()) {
            Cluster cluster = running.get(result.server());
            if (cluster == null) {
              cluster =
                  Cluster.start(programs, result.server(), clustered.bus(), clustered.nodes());
              running.put(result.server(), cluster);
            }
            Outcome outcome = round(clustered.scenario(), cluster, round);
            result.add(outcome);
            System.err.println(
                clustered.scenario().name() + ", " + result.server().title() + ": " + outcome);
          }
        }
      }
    } finally {
      running.values().forEach(Target::close);
    }
    return new Comparison(clustered.scenario(), results);
  }

  private Outcome round(Scenario scenario, Cluster cluster, int round) throws Exception {
    Pace pace = scenario.summary().pace();
    Duration warmUp = round == 0 ? pace.firstWarmUp() : pace.warmUp();
    try {
      return scenario.run(generator, cluster, new Timing(warmUp, measured, Duration.ZERO, 1));
    } catch (IOException e) {
      return new Outcome.Failure(e.toString());
    }
  }
}
