// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

import org.jspecify.annotations.Nullable;

/**
 * The answer to one event, to be given once, from any thread, now or later.
 *
 * <p>Implements "Acknowledgements" of the Socket.IO documentation.
 */
public interface Ack {
  /** Whether the other side asked for an answer. */
  boolean isWanted();

  /**
   * Answers the event.
   *
   * @param args anything that can be sent as an argument of an event
   * @return false if it had no effect: no answer is wanted, it was given already, or the socket has
   *     left
   * @throws IllegalArgumentException if an argument can't be encoded
   */
  boolean send(@Nullable Object... args);
}
