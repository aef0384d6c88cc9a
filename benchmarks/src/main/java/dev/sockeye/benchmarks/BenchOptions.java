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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The command line of {@code ./bench}.
 *
 * @param scenarios in the order in which they run
 * @param java the virtual machine that runs the servers
 * @param firstWarmUp how long a server is loaded before its first measured round
 */
record BenchOptions(
    List<Scenario> scenarios,
    List<Contender> servers,
    int rounds,
    Duration measured,
    Duration firstWarmUp,
    String java,
    Optional<Path> json,
    Optional<Path> markdown) {
  static final String USAGE =
      """
      usage: ./bench [scenario…] [--servers a,b] [--rounds N] [--seconds N] [--warmup N] [--java FILE] [--json FILE] [--markdown FILE]
        scenarios: %s
        servers:   %s
        --rounds   how often each server is measured, in turn (5)
        --seconds  how long each round measures (3)
        --warmup   seconds of load before a server's first round (8)
        --java     the java that runs the servers (the one that runs the benchmark)
      """
          .formatted(
              Scenarios.ALL.stream().map(Scenario::name).collect(Collectors.joining(" ")),
              Stream.of(Contender.values()).map(Contender::title).collect(Collectors.joining(",")));

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
    List<Contender> servers = List.of(Contender.values());
    int rounds = 5;
    int seconds = 3;
    int warmUp = 8;
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Optional<Path> json = Optional.empty();
    Optional<Path> markdown = Optional.empty();
    Deque<String> rest = new ArrayDeque<>(Arrays.asList(arguments));
    while (!rest.isEmpty()) {
      String argument = rest.pop();
      switch (argument) {
        case "--servers" ->
            servers =
                Stream.of(value(argument, rest).split(",", -1)).map(BenchOptions::server).toList();
        case "--rounds" -> rounds = number(argument, rest);
        case "--seconds" -> seconds = number(argument, rest);
        case "--warmup" -> warmUp = number(argument, rest);
        case "--java" -> java = value(argument, rest);
        case "--json" -> json = Optional.of(Path.of(value(argument, rest)));
        case "--markdown" -> markdown = Optional.of(Path.of(value(argument, rest)));
        default -> scenarios.add(scenario(argument));
      }
    }
    return new BenchOptions(
        scenarios.isEmpty() ? Scenarios.ALL : scenarios,
        servers,
        rounds,
        Duration.ofSeconds(seconds),
        Duration.ofSeconds(warmUp),
        java,
        json,
        markdown);
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

  private static Contender server(String title) {
    return Stream.of(Contender.values())
        .filter(contender -> contender.title().equals(title))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no server is called " + title));
  }

  private static Scenario scenario(String name) {
    return Scenarios.ALL.stream()
        .filter(scenario -> scenario.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no scenario is called " + name));
  }
}
