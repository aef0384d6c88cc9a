// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BenchOptionsTest {
  @Test
  void withoutArgumentsEveryScenarioRunsAgainstItsUsualServers() {
    BenchOptions options = BenchOptions.parse();

    assertThat(options.scenarios()).isEqualTo(Scenarios.ALL);
    assertThat(options.servers()).isEmpty();
  }

  @Test
  void scenariosRunInTheOrderOfTheCommandLine() {
    assertThat(BenchOptions.parse("rooms", "echo").scenarios())
        .extracting(Scenario::name)
        .containsExactly("rooms", "echo");
  }

  @Test
  void optionsAndScenariosMayBeMixed() {
    BenchOptions options =
        BenchOptions.parse(
            "--servers",
            "node,limit",
            "echo",
            "--rounds",
            "9",
            "--seconds",
            "2",
            "--json",
            "out.json");

    assertThat(options.servers()).containsExactly(Contender.NODE, Contender.LIMIT);
    assertThat(options.rounds()).isEqualTo(9);
    assertThat(options.measured()).contains(Duration.ofSeconds(2));
    assertThat(options.json()).contains(Path.of("out.json"));
  }

  @Test
  void whatIsNotKnownIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BenchOptions.parse("ecko"))
        .withMessage("no scenario is called ecko");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BenchOptions.parse("--servers", "nod"))
        .withMessage("no server is called nod");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BenchOptions.parse("--rounds", "many"))
        .withMessage("--rounds many: not a number below 1000");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BenchOptions.parse("--json"))
        .withMessage("--json needs a value");
  }

  @Test
  void noRoundsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BenchOptions.parse("--rounds", "0"))
        .withMessage("--rounds 0: from 1 to 100");
  }
}
