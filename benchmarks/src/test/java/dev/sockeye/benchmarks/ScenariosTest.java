// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every scenario for a moment, with a few clients, against the processes that ./bench would start:
 * it is the answers that count here, not the time.
 */
@TestInstance(Lifecycle.PER_CLASS)
class ScenariosTest {
  private static final Timing MOMENT =
      new Timing(Duration.ZERO, Duration.ofMillis(100), Duration.ofMillis(100), 20);

  /** netty-socketio is another module's, and fails some. */
  private static final List<Contender> SERVERS =
      List.of(Contender.SOCKEYE_IO, Contender.SOCKEYE, Contender.NODE, Contender.LIMIT);

  private final String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
  private final Programs programs =
      new Programs(Path.of("..").toAbsolutePath().normalize(), java, java);
  private final Map<Started, Target> servers = new HashMap<>();
  private final Generator generator = new Generator();

  @AfterAll
  void stopTheServers() {
    generator.close();
    servers.values().forEach(Target::close);
  }

  Stream<Arguments> scenarios() {
    return Scenarios.ALL.stream()
        .flatMap(
            scenario ->
                scenario.summary().entry().of(SERVERS).stream()
                    .map(server -> arguments(scenario.name(), server)));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("scenarios")
  void everyAnswerComesAndIsRight(String name, Contender server) throws Exception {
    Scenario scenario = BenchOptions.parse(name).scenarios().get(0);

    Outcome outcome = scenario.run(generator, server(server, scenario), MOMENT);

    assertThat(outcome).isInstanceOf(Outcome.Sample.class);
  }

  /** One process for all scenarios that need the same. */
  private Target server(Contender server, Scenario scenario) throws IOException {
    Setting setting = scenario.summary().setting();
    Started key = new Started(server, setting);
    Target running = servers.get(key);
    if (running == null) {
      running = server.start(programs, setting);
      servers.put(key, running);
    }
    return running;
  }

  private record Started(Contender server, Setting setting) {}
}
