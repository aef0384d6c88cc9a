// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.cli;

import java.time.Duration;

/**
 * What a load test does.
 *
 * @param url the server, for the report
 * @param scenario what each client does once it is connected
 * @param clients how many there are
 * @param arrival how many begin to connect each second
 * @param rate how many messages each of them sends each second
 * @param bytes the size of a message's payload
 * @param duration how long they go on once all have begun to connect
 * @param timeout how long an answer may take before it is an error
 * @param room the name of the rooms of {@link Scenario#ROOM}
 * @param roomSize how many clients share a room
 */
record LoadPlan(
    String url,
    Scenario scenario,
    int clients,
    double arrival,
    double rate,
    int bytes,
    Duration duration,
    Duration timeout,
    String room,
    int roomSize) {

  /** Checks the numbers. */
  LoadPlan {
    positive("--clients", clients);
    positive("--arrival", arrival);
    positive("--rate", rate);
    positive("--room-size", roomSize);
    if (bytes < 0) {
      throw new IllegalArgumentException("--size must not be negative, as " + bytes);
    }
    if (duration.isZero()) {
      throw new IllegalArgumentException("--duration must be positive");
    }
  }

  /** How long it takes until all clients have begun to connect. */
  Duration rampUp() {
    return Duration.ofMillis(Math.round(1000 * clients / arrival));
  }

  /** The nanoseconds between two messages of a client. */
  long interval() {
    return Math.max(1, Math.round(1e9 / rate));
  }

  /** The room of a client. */
  String roomOf(int client) {
    return room + "-" + client / roomSize;
  }

  private static void positive(String option, double value) {
    if (!(value > 0)) {
      throw new IllegalArgumentException(option + " must be positive, not " + value);
    }
  }
}
