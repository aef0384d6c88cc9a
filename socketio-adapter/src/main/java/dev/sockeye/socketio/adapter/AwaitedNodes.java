// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.adapter;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which nodes owe an answer: so many of them, where the backend counts them, or certain ones, where
 * they are known by their heartbeats. Not safe for use from several threads.
 */
final class AwaitedNodes {
  /** Those that have answered, as far as they have said who they are. */
  private final Set<String> answered = new HashSet<>();

  /** Those that owe an answer; null if only their number matters. */
  private final @Nullable Set<String> named;

  /** How many were asked; -1 as long as nobody knows. */
  private int expected;

  private int received;

  private AwaitedNodes(@Nullable Set<String> named, int expected) {
    this.named = named;
    this.expected = expected;
  }

  /** A number of nodes that {@link #expect} will tell. */
  static AwaitedNodes counted() {
    return new AwaitedNodes(null, -1);
  }

  /** Certain nodes. */
  static AwaitedNodes named(Set<String> uids) {
    return new AwaitedNodes(new HashSet<>(uids), uids.size());
  }

  /** So many nodes were asked. */
  void expect(int nodes) {
    expected = Math.max(0, nodes);
  }

  /**
   * A node has answered.
   *
   * @param uid who; "" if it didn't say
   * @return false if it had answered before, or more than all have answered
   */
  boolean onAnswer(String uid) {
    if (!uid.isEmpty() && !answered.add(uid)) {
      return false;
    }
    if (named == null) {
      if (expected >= 0 && received >= expected) {
        return false;
      }
      received++;
      return true;
    }
    // One that was not known yet has been asked, too.
    named.remove(uid);
    received++;
    return true;
  }

  /** A node is gone and won't answer. */
  void onGone(String uid) {
    if (named != null) {
      named.remove(uid);
    }
  }

  boolean isComplete() {
    return named != null ? named.isEmpty() : expected >= 0 && received >= expected;
  }

  /** How many were asked; at least one if nobody knows. */
  int expected() {
    return expected < 0 ? Math.max(1, received) : expected;
  }

  int received() {
    return received;
  }

  /** How many have not answered and might; at least one if nobody knows. */
  int missing() {
    return named != null ? named.size() : expected < 0 ? 1 : expected - received;
  }
}
