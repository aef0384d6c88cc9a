// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** {@code ./bench}: each scenario against each server, in turn, and one table at the end. */
final class Bench {
  private static final Duration WARM_UP = Duration.ofSeconds(1);

  /** One interval of the heartbeat, which is 25 s in all servers. */
  private static final Duration IDLE = Duration.ofSeconds(25);

  private final BenchOptions options;
  private final Path root;

  private Bench(BenchOptions options, Path root) {
    this.options = options;
    this.root = root;
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
    boolean sound = new Bench(options, Path.of(System.getProperty("bench.root", "."))).run();
    System.exit(sound ? 0 : 1);
  }

  /**
   * Runs everything and prints the table.
   *
   * @return whether Sockeye gave every answer, and the right one
   */
  private boolean run() throws Exception {
    Machine machine = Machine.here(options.java());
    if (machine.openFiles() < 12_000) {
      say(
          "only "
              + machine.openFiles()
              + " files may be open: scenarios with more connections will fail (see ulimit -n)");
    }
    var comparisons = new ArrayList<Comparison>();
    Report report = new Report().heading(options, machine);
    try (var generator = new Generator()) {
      for (Scenario scenario : options.scenarios()) {
        Comparison comparison = compare(scenario, generator);
        comparisons.add(comparison);
        report.comparison(comparison);
        say(new Report().comparison(comparison).toString());
      }
    }
    System.out.println("\n" + report);
    if (options.markdown().isPresent()) {
      Files.writeString(options.markdown().get(), report.toString());
    }
    if (options.json().isPresent()) {
      Files.writeString(options.json().get(), Json.write(machine, comparisons));
    }
    return comparisons.stream()
        .flatMap(comparison -> comparison.results().stream())
        .noneMatch(result -> result.failure().isPresent() && !result.server().isPeer());
  }

  private Comparison compare(Scenario scenario, Generator generator) throws Exception {
    var results = new ArrayList<Result>();
    options.servers().forEach(server -> results.add(new Result(server)));
    List<Result> taking =
        results.stream().filter(result -> result.server().takesPartIn(scenario)).toList();
    Map<Contender, Target> running = new EnumMap<>(Contender.class);
    try {
      // The memory of a fresh process hardly varies, and a scenario must end in three minutes.
      int rounds = scenario.freshProcess() ? 1 : options.rounds();
      for (int round = 0; round < rounds; round++) {
        Timing timing =
            new Timing(round == 0 ? options.firstWarmUp() : WARM_UP, options.measured(), IDLE, 1);
        for (Result result : taking) {
          if (result.failure().isEmpty()) {
            round(scenario, result, running, generator, timing);
          }
        }
      }
    } finally {
      running.values().forEach(Target::close);
    }
    return new Comparison(scenario, results);
  }

  private void round(
      Scenario scenario,
      Result result,
      Map<Contender, Target> running,
      Generator generator,
      Timing timing)
      throws Exception {
    Contender server = result.server();
    Outcome outcome;
    try {
      if (!running.containsKey(server)) {
        running.put(server, server.start(root, options.java(), scenario));
      }
      outcome = scenario.run(generator, running.get(server), timing);
    } catch (IOException e) {
      outcome = new Outcome.Failure(e.toString());
    }
    result.add(outcome);
    boolean done = outcome instanceof Outcome.Failure || scenario.freshProcess();
    Target target = running.get(server);
    if (done && target != null) {
      target.close();
      running.remove(server);
    }
    say("%-20s %-15s %s".formatted(scenario.name(), server.title(), inShort(scenario, outcome)));
  }

  private static String inShort(Scenario scenario, Outcome outcome) {
    if (outcome instanceof Outcome.Sample sample) {
      var text = new StringBuilder();
      scenario
          .figures()
          .forEach(
              figure ->
                  text.append(figure.title())
                      .append(' ')
                      .append(figure.format(sample.of(figure)))
                      .append("  "));
      return text.toString();
    }
    return "fails: " + ((Outcome.Failure) outcome).reason();
  }

  /** Progress goes beside the tables. */
  private static void say(String line) {
    System.err.println(line);
  }
}
