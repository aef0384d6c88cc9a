// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.login;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that goes when the test lets it. */
final class MovableClock implements InstantSource {
  private volatile Instant now = Instant.parse("2026-11-22T09:00:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  void advance(Duration time) {
    now = now.plus(time);
  }
}
