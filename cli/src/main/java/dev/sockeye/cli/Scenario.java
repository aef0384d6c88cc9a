// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.cli;

import java.util.Locale;

/** What the clients of a load test do once they are connected. */
enum Scenario {
  /** Nothing: they stay connected. */
  CONNECT("the time to connect"),
  /** They send events and wait for the answers. */
  ECHO("the time until the answer to an event"),
  /** They count the events that come. */
  LISTEN("the time to connect"),
  /** They join rooms, send to them, and hear what is sent there. */
  ROOM("the time until an event has come to each client of its room");

  private final String measure;

  Scenario(String measure) {
    this.measure = measure;
  }

  /** What the latencies are, in words. */
  String measure() {
    return measure;
  }

  boolean sends() {
    return this == ECHO || this == ROOM;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
