// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.adapter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Not all nodes have answered in time: some are overloaded or gone, or something that is no node is
 * subscribed to the channels of the cluster.
 */
public final class ClusterTimeoutException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int expected;
  private final int received;
  private final transient List<? extends @Nullable Object> answers;

  /**
   * With what did come.
   *
   * @param expected how many nodes were asked
   * @param received how many have answered
   * @param answers their answers
   */
  public ClusterTimeoutException(
      int expected, int received, List<? extends @Nullable Object> answers) {
    super(
        "timeout reached: only "
            + received
            + " responses received out of "
            + expected
            + " (ClusterOptions.requestTimeout)",
        null,
        false,
        false);
    this.expected = expected;
    this.received = received;
    this.answers = answers;
  }

  /** How many nodes were asked. */
  public int expected() {
    return expected;
  }

  /** How many have answered. */
  public int received() {
    return received;
  }

  /** The answers that did come: values, or {@link SocketSnapshot}s with those of this node. */
  public List<? extends @Nullable Object> answers() {
    return answers;
  }
}
