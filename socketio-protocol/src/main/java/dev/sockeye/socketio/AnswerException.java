// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

import org.jspecify.annotations.Nullable;

/**
 * Thrown by a listener of {@link EventReceiver#onRequest}, or the failure of its stage, to tell the
 * client of an error: its value is sent as the answer, and no error handler hears of it. Socket.IO
 * has no errors in answers, so what the value looks like is a matter between both sides, such as
 * {@code {"error":"no such order"}}.
 */
public final class AnswerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable Object answer;

  /**
   * An error with an answer.
   *
   * @param answer anything that can be sent as an argument of an event
   */
  public AnswerException(@Nullable Object answer) {
    // Clients cause these at will, and their origin says nothing, so they carry no stack trace.
    super("answered: " + answer, null, false, false);
    this.answer = answer;
  }

  /** What the client gets. */
  public @Nullable Object answer() {
    return answer;
  }
}
