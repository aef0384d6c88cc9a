// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

import java.util.List;

/** Those who got an event did not answer an event in time. */
public final class AckTimeoutException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Args> answers;

  /** With the answers that did come, in their order. */
  public AckTimeoutException(List<Args> answers) {
    super("operation has timed out", null, false, false);
    this.answers = List.copyOf(answers);
  }

  /** The answers that did come, in the order in which they came. */
  public List<Args> answers() {
    return answers;
  }
}
