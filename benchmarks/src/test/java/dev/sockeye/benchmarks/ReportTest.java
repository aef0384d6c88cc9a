// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {
  private static final Scenario ECHO = BenchOptions.parse("echo").scenarios().get(0);

  @Test
  void theMedianOfTheRoundsIsShownAndHalfTheirRange() {
    assertThat(report(result(Contender.SOCKEYE_IO, 5, 4, 6)))
        .contains("| sockeye-io |   5.00 | 20 % |");
  }

  @Test
  void sockeyeIsDividedByTheOthers() {
    assertThat(report(result(Contender.SOCKEYE_IO, 5), result(Contender.NODE, 20)))
        .containsPattern("\\| node .* 0\\.25 \\|");
  }

  @Test
  void aBarIsMeasuredAgainstTheBestPeer() {
    String report =
        report(
            result(Contender.SOCKEYE_IO, 5),
            result(Contender.NODE, 20),
            result(Contender.NETTY_SOCKETIO, 10));

    assertThat(report)
        .contains("sockeye-io of the best peer, netty-socketio: 0.50; the bar is ≤ 0.70: met");
  }

  @Test
  void aBarThatIsMissedIsCalledSo() {
    String report = report(result(Contender.SOCKEYE_IO, 9), result(Contender.LIMIT, 6));

    assertThat(report).contains("sockeye-io of the limit: 1.50; the bar is ≤ 1.25: NOT MET");
  }

  @Test
  void oneFailedRoundFailsTheServerAndIsExplained() {
    Result node = result(Contender.NODE, 20);
    node.add(new Outcome.Failure("an event was answered\ntwice"));

    assertThat(report(node)).contains("fails |", "`node` fails: an event was answered twice");
  }

  @Test
  void aRunThatTheGeneratorSlowedSaysSo() {
    var limit = new Result(Contender.LIMIT);
    limit.add(
        new Outcome.Sample(
            Map.of(Figure.CPU, 1.0, Figure.GENERATOR_LOAD, 99.0, Figure.SERVER_LOAD, 60.0)));

    assertThat(report(limit)).contains("the load generator was the bottleneck");
  }

  private static Result result(Contender server, double... cpu) {
    var result = new Result(server);
    for (double micros : cpu) {
      result.add(new Outcome.Sample(Map.of(Figure.CPU, micros)));
    }
    return result;
  }

  private static String report(Result... results) {
    return new Report().comparison(new Comparison(ECHO, List.of(results))).toString();
  }
}
