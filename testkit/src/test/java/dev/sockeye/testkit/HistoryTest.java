// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HistoryTest {
  private final History history = new History();

  private void emit(String sender, int count) {
    for (int i = 0; i < count; i++) {
      history.emitted(sender);
    }
  }

  private void receive(String receiver, String... ids) {
    for (String id : ids) {
      history.received(receiver, id);
    }
  }

  @Test
  void eachEventHasItsOwnId() {
    assertThat(history.emitted("a")).isEqualTo("a#1");
    assertThat(history.emitted("a")).isEqualTo("a#2");
    assertThat(history.emitted("b")).isEqualTo("b#1");
  }

  @Test
  void theLastEventOfASenderIsKnownAndWhoHasIt() {
    assertThat(history.last("a")).isEmpty();
    emit("a", 2);
    receive("x", "a#2");
    assertThat(history.last("a")).isEqualTo("a#2");
    assertThat(history.hasReceived("x", "a#2")).isTrue();
    assertThat(history.hasReceived("y", "a#2")).isFalse();
  }

  @Test
  void nothingIsWrongWithWhatCameOnceAndInOrder() {
    emit("a", 2);
    emit("b", 1);
    receive("x", "a#1", "b#1", "a#2");
    assertThat(history.duplicates()).isEmpty();
    assertThat(history.disorder()).isEmpty();
    assertThat(history.gaps("x")).isEmpty();
  }

  @Test
  void whatCameTwiceIsADuplicate() {
    emit("a", 1);
    receive("x", "a#1", "a#1");
    assertThat(history.duplicates()).containsExactly("x: a#1");
  }

  @Test
  void twoReceiversOfOneEventAreNoDuplicate() {
    emit("a", 1);
    receive("x", "a#1");
    receive("y", "a#1");
    assertThat(history.duplicates()).isEmpty();
  }

  @Test
  void whatCameLateIsDisorder() {
    emit("a", 2);
    receive("x", "a#2", "a#1");
    assertThat(history.disorder()).containsExactly("x: a#1 after a#2");
  }

  @Test
  void sendersHaveNoOrderAmongThem() {
    emit("a", 1);
    emit("b", 1);
    receive("x", "b#1", "a#1");
    assertThat(history.disorder()).isEmpty();
  }

  @Test
  void whatIsMissingInTheMiddleOrAtTheEndIsAGap() {
    emit("a", 5);
    receive("x", "a#2", "a#4");
    assertThat(history.gaps("x")).containsExactly("a#3", "a#5");
  }

  @Test
  void whoCameLaterMissesNothingFromBefore() {
    emit("a", 2);
    receive("x", "a#2");
    assertThat(history.gaps("x")).isEmpty();
    assertThat(history.missing("x", "a")).containsExactly("a#1");
  }

  @Test
  void whatNobodyHasEmittedIsAStray() {
    emit("a", 1);
    receive("x", "a#2", "b#1", "garbage");
    assertThat(history.strays()).isEqualTo(3);
  }

  @Test
  void anAcknowledgementNeedsAReceiver() {
    emit("a", 2);
    receive("x", "a#1");
    history.acknowledged("a#1");
    history.acknowledged("a#2");
    assertThat(history.falselyAcknowledged()).containsExactly("a#2");
  }

  @Test
  void recoveriesAreCounted() {
    history.recovered("x");
    assertThat(history.recoveries("x")).isEqualTo(1);
    assertThat(history.recoveries("y")).isZero();
  }
}
