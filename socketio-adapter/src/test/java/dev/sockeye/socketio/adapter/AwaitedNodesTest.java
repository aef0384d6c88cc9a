// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class AwaitedNodesTest {
  private final AwaitedNodes counted = AwaitedNodes.counted();
  private final AwaitedNodes named = AwaitedNodes.named(Set.of("a", "b"));

  @Test
  void nothingIsCompleteUntilTheNumberIsKnown() {
    counted.onAnswer("a");
    assertThat(counted.isComplete()).isFalse();
    counted.expect(1);
    assertThat(counted.isComplete()).isTrue();
  }

  @Test
  void nobodyToWaitForIsComplete() {
    counted.expect(0);
    assertThat(counted.isComplete()).isTrue();
    assertThat(AwaitedNodes.named(Set.of()).isComplete()).isTrue();
  }

  @Test
  void aNodeAnswersOnce() {
    counted.expect(2);
    assertThat(counted.onAnswer("a")).isTrue();
    assertThat(counted.onAnswer("a")).isFalse();
    assertThat(counted.isComplete()).isFalse();
  }

  @Test
  void answersBeyondTheNumberDoNotCount() {
    counted.expect(1);
    counted.onAnswer("a");
    assertThat(counted.onAnswer("ghost")).isFalse();
  }

  @Test
  void whoDoesNotSayWhoItIsCountsEachTime() {
    counted.expect(2);
    counted.onAnswer("");
    counted.onAnswer("");
    assertThat(counted.isComplete()).isTrue();
  }

  @Test
  void aNodeThatIsGoneIsNotWaitedFor() {
    named.onAnswer("a");
    named.onGone("b");
    assertThat(named.isComplete()).isTrue();
  }

  @Test
  void anAnswerOfANodeThatWasNotKnownIsWelcomeAndWaitsForNobodyLess() {
    assertThat(named.onAnswer("c")).isTrue();
    assertThat(named.missing()).isEqualTo(2);
  }
}
