// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.socketio.Args;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One client's answer to a broadcast.
 *
 * <p>Implements what {@link BroadcastOperator#emitForAnswers} hears.
 */
public final class Answer {
  private final @Nullable String socketId;
  private final Args args;

  Answer(@Nullable String socketId, Args args) {
    this.socketId = socketId;
    this.args = args;
  }

  /** Who answered; empty for a client of another node, whose id doesn't travel. */
  public Optional<String> socketId() {
    return Optional.ofNullable(socketId);
  }

  /** The arguments of the answer. */
  public Args args() {
    return args;
  }

  @Override
  public String toString() {
    return (socketId == null ? "" : socketId + ": ") + args;
  }
}
