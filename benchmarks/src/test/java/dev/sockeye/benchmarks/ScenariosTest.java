// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.sockeye.socketio.server.Dispatch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every scenario for a moment, with a few clients: it is the answers that count here, not the time.
 */
@TestInstance(Lifecycle.PER_CLASS)
class ScenariosTest {
  private static final Timing MOMENT =
      new Timing(Duration.ZERO, Duration.ofMillis(100), Duration.ofMillis(100), 20);

  private final Map<Contender, Target> servers = new EnumMap<>(Contender.class);
  private final Generator generator = new Generator();

  @BeforeAll
  void startTheServers() throws IOException {
    Path root = Path.of("..").toAbsolutePath().normalize();
    servers.put(Contender.LIMIT, InProcess.limit());
    servers.put(Contender.SOCKEYE_IO, InProcess.sockeye(Dispatch.ioThread()));
    servers.put(Contender.SOCKEYE, InProcess.sockeye(Dispatch.blocking()));
    servers.put(Contender.NODE, Contender.NODE.start(root, "java", Scenarios.ALL.get(0)));
  }

  @AfterAll
  void stopTheServers() {
    generator.close();
    servers.values().forEach(Target::close);
  }

  Stream<Arguments> scenarios() {
    return Scenarios.ALL.stream()
        .flatMap(
            scenario ->
                Stream.of(Contender.LIMIT, Contender.SOCKEYE_IO, Contender.SOCKEYE, Contender.NODE)
                    .filter(server -> server.takesPartIn(scenario))
                    .map(server -> arguments(scenario.name(), server)));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("scenarios")
  void everyAnswerComesAndIsRight(String name, Contender server) throws Exception {
    Scenario scenario = BenchOptions.parse(name).scenarios().get(0);

    Outcome outcome = scenario.run(generator, servers.get(server), MOMENT);

    assertThat(outcome).isInstanceOf(Outcome.Sample.class);
  }
}
