// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.adapter.spi;

import java.util.concurrent.CompletionStage;

/** Takes what a process without a server says to a cluster: what an emitter for a broker gives. */
@FunctionalInterface
public interface EmitterSink {
  /**
   * Sends a message to all nodes. One thread's messages arrive in the order of its calls.
   *
   * @param envelope from {@link Envelope#EMITTER}; one that wants no answer
   * @return complete when the broker has it
   * @throws IllegalArgumentException at once, if it can't be encoded or is too large
   */
  CompletionStage<Void> send(Envelope envelope);
}
