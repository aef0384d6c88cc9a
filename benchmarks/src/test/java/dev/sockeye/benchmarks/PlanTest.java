// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PlanTest {
  private static Plan plan(String... arguments) {
    return new Plan(
        BenchOptions.parse(arguments), new Programs(Path.of("."), "java", "newer/java"));
  }

  @Test
  void everythingTakesLessThanFortyMinutes() {
    assertThat(plan().estimate()).isLessThan(Duration.ofMinutes(40));
  }

  @Test
  void eachScenarioTakesLessThanThreeMinutes() {
    Plan plan = plan();

    assertThat(plan.scenarios())
        .allSatisfy(
            scenario -> assertThat(plan.estimate(scenario)).isLessThan(Duration.ofMinutes(3)));
  }

  @Test
  void theNewestJdkTakesPartWhereMessagesCount() {
    assertThat(plan("echo").servers(Scenarios.ALL.get(0))).contains(Contender.SOCKEYE_NEWEST);
  }

  @Test
  void theNewestJdkTakesPartElsewhereByRequest() {
    Plan plan = plan("connect", "--servers", "sockeye-newest,limit");

    assertThat(plan.servers(plan.scenarios().get(0)))
        .containsExactly(Contender.SOCKEYE_NEWEST, Contender.LIMIT);
  }

  @Test
  void whatIsMissingOnTheMachineStaysAway() {
    var programs = new Programs(Path.of("."), "java", "java");
    var plan = new Plan(BenchOptions.parse("echo"), programs);

    assertThat(plan.servers(plan.scenarios().get(0))).doesNotContain(Contender.SOCKEYE_NEWEST);
  }

  @Test
  void theLimitDoesNotPoll() {
    Plan plan = plan("polling-echo", "--servers", "node,limit");

    assertThat(plan.servers(plan.scenarios().get(0))).containsExactly(Contender.NODE);
  }
}
