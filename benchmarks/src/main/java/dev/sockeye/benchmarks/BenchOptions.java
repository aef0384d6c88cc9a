// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The command line of {@code ./bench}.
 *
 * @param scenarios in the order in which they run
 * @param servers those that take part; empty for the usual ones of each scenario
 * @param measured how long each round measures; empty for each scenario's own pace
 * @param firstWarmUp how long a server is loaded before its first round; empty for the same
 * @param java the virtual machine that runs the servers
 * @param newestJava the one that runs Sockeye once more
 * @param updateDocs whether docs/performance.md gets the new tables
 */
record BenchOptions(
    List<Scenario> scenarios,
    List<Contender> servers,
    int rounds,
    Optional<Duration> measured,
    Optional<Duration> firstWarmUp,
    String java,
    String newestJava,
    Optional<Path> json,
    Optional<Path> markdown,
    Optional<Path> html,
    boolean updateDocs) {
  static final String USAGE =
      """
      usage: ./bench [scenario…] [option…]
        scenarios: %s
        servers:   %s

        --servers a,b       which take part (the usual ones of each scenario)
        --rounds N          how often each server is measured, in turn (5)
        --seconds N         how long each round measures (2, mostly)
        --warmup N          seconds of load before a server's first round (by scenario: 2 to 14)
        --java FILE         the java that runs the servers (the one that runs the benchmark)
        --newest-java FILE  the java that runs sockeye-newest (the newest of the machine)
        --json FILE, --markdown FILE, --html FILE   write the figures, the tables, a page with plots
        --update-docs       puts the tables into docs/performance.md
      """
          .formatted(names(Scenarios.ALL, Scenario::name), names(contenders(), Contender::title));

  BenchOptions {
    scenarios = List.copyOf(scenarios);
    servers = List.copyOf(servers);
    if (rounds < 1 || rounds > 100) {
      throw new IllegalArgumentException("--rounds " + rounds + ": from 1 to 100");
    }
  }

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException if an argument isn't known
   */
  static BenchOptions parse(String... arguments) {
    List<Scenario> scenarios = new ArrayList<>();
    List<Contender> servers = List.of();
    int rounds = 5;
    Optional<Duration> measured = Optional.empty();
    Optional<Duration> warmUp = Optional.empty();
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String newestJava = System.getProperty("bench.newest", java);
    Optional<Path> json = Optional.empty();
    Optional<Path> markdown = Optional.empty();
    Optional<Path> html = Optional.empty();
    boolean updateDocs = false;
    Deque<String> rest = new ArrayDeque<>(Arrays.asList(arguments));
    while (!rest.isEmpty()) {
      String argument = rest.pop();
      switch (argument) {
        case "--servers" ->
            servers =
                Stream.of(value(argument, rest).split(",", -1)).map(BenchOptions::server).toList();
        case "--rounds" -> rounds = number(argument, rest);
        case "--seconds" -> measured = Optional.of(Duration.ofSeconds(number(argument, rest)));
        case "--warmup" -> warmUp = Optional.of(Duration.ofSeconds(number(argument, rest)));
        case "--java" -> java = value(argument, rest);
        case "--newest-java" -> newestJava = value(argument, rest);
        case "--json" -> json = Optional.of(Path.of(value(argument, rest)));
        case "--markdown" -> markdown = Optional.of(Path.of(value(argument, rest)));
        case "--html" -> html = Optional.of(Path.of(value(argument, rest)));
        case "--update-docs" -> updateDocs = true;
        default -> scenarios.add(scenario(argument));
      }
    }
    return new BenchOptions(
        scenarios.isEmpty() ? Scenarios.ALL : scenarios,
        servers,
        rounds,
        measured,
        warmUp,
        java,
        newestJava,
        json,
        markdown,
        html,
        updateDocs);
  }

  private static String value(String option, Deque<String> rest) {
    if (rest.isEmpty()) {
      throw new IllegalArgumentException(option + " needs a value");
    }
    return rest.pop();
  }

  private static int number(String option, Deque<String> rest) {
    String value = value(option, rest);
    if (!value.matches("\\d{1,3}")) {
      throw new IllegalArgumentException(option + " " + value + ": not a number below 1000");
    }
    return Integer.parseInt(value);
  }

  private static List<Contender> contenders() {
    return List.of(Contender.values());
  }

  private static Contender server(String title) {
    return named(title, "server", contenders(), Contender::title);
  }

  private static Scenario scenario(String name) {
    return named(name, "scenario", Scenarios.ALL, Scenario::name);
  }

  private static <T> T named(String name, String kind, List<T> all, Function<T, String> names) {
    return all.stream()
        .filter(candidate -> names.apply(candidate).equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no " + kind + " is called " + name));
  }

  private static <T> String names(List<T> all, Function<T, String> names) {
    return all.stream().map(names).collect(Collectors.joining(" "));
  }
}
