// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sockets that are missing, or that nobody expects, fail a run. */
class FetchWorkloadTest {
  private static final Timing MOMENT =
      new Timing(Duration.ZERO, Duration.ofMillis(100), Duration.ZERO, 1);

  private final Generator generator = new Generator();
  private final Target server = InProcess.counting(7);

  @AfterEach
  void stop() {
    generator.close();
    server.close();
  }

  private Outcome run(int sockets) throws Exception {
    var traffic = new Traffic((load, timing) -> new FetchWorkload(load, sockets, Duration.ZERO));
    return traffic.run(generator, server, MOMENT);
  }

  @Test
  void theRightNumberIsSound() throws Exception {
    assertThat(run(7)).isInstanceOf(Outcome.Sample.class);
  }

  @Test
  void anotherNumberFails() throws Exception {
    assertThat(run(2))
        .isInstanceOfSatisfying(
            Outcome.Failure.class,
            failure -> assertThat(failure.reason()).contains("4310[2,2]", "4310[7,7]"));
  }
}
