// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionsTest {
  private static final Duration IDLE = Duration.ofMinutes(30);

  private final MovableClock clock = new MovableClock();
  private final Sessions sessions = new Sessions(IDLE, clock, Runnable::run);
  private final List<String> ended = new ArrayList<>();

  @Test
  void aSessionIsFoundByItsId() {
    UserSession session = begin();
    assertThat(sessions.find(session.id()).join()).containsSame(session);
  }

  @Test
  void anIdThatNobodyGaveOutIsNone() {
    begin();
    assertThat(sessions.find("").join()).isEmpty();
  }

  @Test
  void noTwoIdsAreTheSame() {
    assertThat(begin().id()).hasSize(43).isNotEqualTo(begin().id());
  }

  @Test
  void aSessionThatNobodyUsesEnds() {
    UserSession session = begin();
    clock.advance(IDLE);
    assertThat(sessions.find(session.id()).join()).isEmpty();
  }

  @Test
  void useExtendsIt() {
    UserSession session = begin();
    clock.advance(Duration.ofMinutes(20));
    sessions.extend(session);
    clock.advance(Duration.ofMinutes(20));
    assertThat(sessions.find(session.id()).join()).containsSame(session);
  }

  @Test
  void itEndsAfterAWorkingDayHoweverMuchItIsUsed() {
    UserSession session = begin();
    for (int minutes = 0; minutes < 8 * 60; minutes += 20) {
      sessions.extend(session);
      clock.advance(Duration.ofMinutes(20));
    }
    assertThat(sessions.isAlive(session)).isFalse();
  }

  @Test
  void whatHasEndedCantBeExtended() {
    UserSession session = begin();
    sessions.end(session);
    sessions.extend(session);
    assertThat(sessions.isAlive(session)).isFalse();
  }

  @Test
  void listenersHearOfAnEndOnce() {
    UserSession session = begin();
    sessions.end(session);
    sessions.end(session);
    assertThat(ended).containsExactly("ada");
  }

  @Test
  void thoseWhoseTimeIsOverAreEnded() {
    begin();
    clock.advance(Duration.ofMinutes(10));
    sessions.begin("grace");
    clock.advance(Duration.ofMinutes(20));
    sessions.endIdle();
    assertThat(ended).containsExactly("ada");
  }

  private UserSession begin() {
    sessions.onEnd(session -> ended.add(session.user()));
    return sessions.begin("ada").orElseThrow();
  }
}
