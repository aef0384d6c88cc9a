// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.sticky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

/** Processes, with {@code cat} and {@code echo} as examples. */
class ChildTest {
  @Test
  void aLineIsWaitedFor() {
    try (Child child = child("sh", "-c", "echo starting; echo ready; exec cat")) {
      assertThat(child.await(0, line -> line.startsWith("r"))).isEqualTo("ready");
    }
  }

  @Test
  void aProgramThatEndsInsteadIsReportedWithWhatItSaid() {
    try (Child child = child("echo", "can't bind")) {
      assertThatIllegalStateException()
          .isThrownBy(() -> child.await(0, "ready"::equals))
          .withMessage("it has ended:\ncan't bind");
    }
  }

  @Test
  void linesOfThePastArePassedOver() {
    try (Child child = child("sh", "-c", "echo up; echo down; echo up; echo end")) {
      child.await(0, "end"::equals);
      assertThatIllegalStateException().isThrownBy(() -> child.await(2, "down"::equals));
    }
  }

  @Test
  void aProgramThatIsMissingIsNamed() {
    assertThatIllegalStateException()
        .isThrownBy(() -> child("no-such-program"))
        .withMessage("could not start it: is no-such-program installed?");
  }

  private static Child child(String... command) {
    return Child.start("it", new ProcessBuilder(command), line -> {});
  }
}
