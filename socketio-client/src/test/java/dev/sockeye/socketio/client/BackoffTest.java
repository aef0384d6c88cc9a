// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {
  @Test
  void theWaitDoublesUpToItsMaximum() {
    Backoff backoff = backoff(0, 0.5);
    assertThat(seconds(backoff, 5)).containsExactly(1.0, 2.0, 4.0, 5.0, 5.0);
  }

  @Test
  void theRandomPartShortensTheWait() {
    assertThat(seconds(backoff(0.5, 0.4), 2)).containsExactly(0.8, 1.6);
  }

  @Test
  void theRandomPartLengthensTheWait() {
    assertThat(seconds(backoff(0.5, 0.8), 2)).containsExactly(1.4, 2.8);
  }

  @Test
  void theMaximumIsKeptWhateverTheRandomPart() {
    assertThat(seconds(backoff(1, 0.9), 4).get(3)).isEqualTo(5.0);
  }

  @Test
  void waitsAtTheMaximumStillDiffer() {
    assertThat(seconds(backoff(0.5, 0.4), 9).get(8)).isEqualTo(4.0);
  }

  @Test
  void aSuccessBeginsAnew() {
    Backoff backoff = backoff(0, 0.5);
    seconds(backoff, 3);
    backoff.reset();
    assertThat(seconds(backoff, 1)).containsExactly(1.0);
  }

  @Test
  void everyWaitIsWithinItsBounds() {
    long seed = 4711;
    Random random = new Random(seed);
    Backoff backoff =
        new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(5), 0.5, random::nextDouble);
    assertThat(seconds(backoff, 1000))
        .as("seed %d", seed)
        .allSatisfy(each -> assertThat(each).isBetween(0.5, 5.0));
  }

  private static Backoff backoff(double factor, double random) {
    return new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(5), factor, () -> random);
  }

  private static List<Double> seconds(Backoff backoff, int count) {
    return Stream.generate(backoff::nextNanos)
        .limit(count)
        .map(nanos -> Math.round(nanos / 1e6) / 1e3)
        .toList();
  }
}
