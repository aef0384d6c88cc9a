// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.adapter;

import dev.sockeye.socketio.Args;
import org.jspecify.annotations.Nullable;

/** Gets the answers to a broadcast, one per client. */
@FunctionalInterface
public interface AnswerListener {
  /**
   * One client's answer.
   *
   * @param socketId who answered; null for a client of another node, whose id doesn't travel
   * @param answer the arguments of the ack
   */
  void onAnswer(@Nullable String socketId, Args answer);
}
