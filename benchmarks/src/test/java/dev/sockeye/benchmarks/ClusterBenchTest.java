// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What {@code ./bench cluster} does, for a moment and with a few clients, against the nodes that it
 * starts: it is the answers that count here, not the time.
 */
@TestInstance(Lifecycle.PER_CLASS)
class ClusterBenchTest {
  private static final Timing MOMENT =
      new Timing(Duration.ZERO, Duration.ofMillis(100), Duration.ZERO, 20);

  private final String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
  private final Programs programs =
      new Programs(Path.of("..").toAbsolutePath().normalize(), java, java);
  private final Map<Contender, Cluster> clusters = new EnumMap<>(Contender.class);
  private final Generator generator = new Generator();

  @AfterAll
  void stop() {
    generator.close();
    clusters.values().forEach(Target::close);
  }

  Stream<Arguments> scenarios() {
    return ClusterScenario.ALL.stream()
        .filter(scenario -> scenario.bus() == BusKind.CLASSIC)
        .flatMap(
            scenario ->
                ClusterBench.KINDS.stream().map(kind -> arguments(scenario.scenario(), kind)));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("scenarios")
  void everyAnswerComesAndIsRight(Scenario scenario, Contender kind) throws Exception {
    Outcome outcome = scenario.run(generator, cluster(kind), MOMENT);

    assertThat(outcome).isInstanceOf(Outcome.Sample.class);
  }

  /** One cluster for all scenarios. */
  private Cluster cluster(Contender kind) throws IOException {
    Cluster running = clusters.get(kind);
    if (running == null) {
      running = Cluster.start(programs, kind, BusKind.CLASSIC, 2);
      clusters.put(kind, running);
    }
    return running;
  }
}
