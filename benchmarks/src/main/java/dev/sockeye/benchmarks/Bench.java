// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code ./bench}: each scenario against each server, in turn, and the tables at the end. */
final class Bench {
  private final Plan plan;
  private final Generator generator;

  private Bench(Plan plan, Generator generator) {
    this.plan = plan;
    this.generator = generator;
  }

  public static void main(String[] arguments) throws Exception {
    if (List.of(arguments).contains("--help")) {
      System.out.println(BenchOptions.USAGE);
      return;
    }
    BenchOptions options;
    try {
      options = BenchOptions.parse(arguments);
    } catch (IllegalArgumentException e) {
      System.err.println("bench: " + e.getMessage() + "\n\n" + BenchOptions.USAGE);
      System.exit(2);
      return;
    }
    Path root = Path.of(System.getProperty("bench.root", "."));
    var plan = new Plan(options, new Programs(root, options.java(), options.newestJava()));
    Machine machine = Machine.here(plan.programs());
    announce(plan, machine);
    var comparisons = new ArrayList<Comparison>();
    try (var generator = new Generator()) {
      var bench = new Bench(plan, generator);
      for (Scenario scenario : plan.scenarios()) {
        Comparison comparison = bench.compare(scenario);
        comparisons.add(comparison);
        say(new Report().comparison(comparison).toString());
      }
    }
    new Results(plan, machine, comparisons).publish();
    System.exit(isSound(comparisons) ? 0 : 1);
  }

  private static void announce(Plan plan, Machine machine) {
    if (machine.openFiles() < 12_000) {
      say(
          "only %d files may be open: scenarios with more connections will fail (see ulimit -n)"
              .formatted(machine.openFiles()));
    }
    for (Scenario scenario : plan.scenarios()) {
      say("%-20s %4d s".formatted(scenario.name(), plan.estimate(scenario).toSeconds()));
    }
    say(
        String.format(
            Locale.ROOT, "about %.1f minutes in all\n", plan.estimate().toSeconds() / 60.0));
  }

  /** Whether Sockeye, and the limit, gave every answer, and the right one. */
  private static boolean isSound(List<Comparison> comparisons) {
    return comparisons.stream()
        .flatMap(comparison -> comparison.results().stream())
        .noneMatch(result -> result.failure().isPresent() && !result.server().isPeer());
  }

  private Comparison compare(Scenario scenario) throws Exception {
    List<Result> results = plan.servers(scenario).stream().map(Result::new).toList();
    Map<Contender, Target> running = new EnumMap<>(Contender.class);
    try {
      for (int round = 0; round < plan.rounds(scenario); round++) {
        for (Result result : results) {
          if (result.failure().isEmpty()) {
            round(scenario, result, running, plan.timing(scenario, round));
          }
        }
      }
    } finally {
      running.values().forEach(Target::close);
    }
    return new Comparison(scenario, results);
  }

  private void round(
      Scenario scenario, Result result, Map<Contender, Target> running, Timing timing)
      throws Exception {
    Contender server = result.server();
    Outcome outcome;
    try {
      if (!running.containsKey(server)) {
        running.put(server, server.start(plan.programs(), scenario.summary().setting()));
      }
      outcome = scenario.run(generator, running.get(server), timing);
    } catch (IOException e) {
      outcome = new Outcome.Failure(e.toString());
    }
    result.add(outcome);
    boolean done = outcome instanceof Outcome.Failure || scenario.freshProcess();
    if (done) {
      Optional.ofNullable(running.remove(server)).ifPresent(Target::close);
    }
    say("%-20s %-15s %s".formatted(scenario.name(), server.title(), inShort(scenario, outcome)));
  }

  private static String inShort(Scenario scenario, Outcome outcome) {
    if (outcome instanceof Outcome.Sample sample) {
      var text = new StringBuilder();
      for (Figure figure : scenario.figures()) {
        text.append(figure.title()).append(' ').append(figure.format(sample.of(figure)));
        text.append("  ");
      }
      return text.toString();
    }
    return "fails: " + ((Outcome.Failure) outcome).reason();
  }

  /** Progress goes beside the tables. */
  private static void say(String line) {
    System.err.println(line);
  }
}
