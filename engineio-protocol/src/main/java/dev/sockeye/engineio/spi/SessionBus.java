// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.spi;

import java.util.concurrent.CompletionStage;

/**
 * Carries bytes between the nodes of a cluster that serve each other's sessions. Each node has a
 * bus of its own, from {@link #start} to {@link #close}.
 *
 * <p>What one node sends to another arrives in order and once, or the node that may have missed
 * something hears {@link Listener#onLost}. Methods may be called from any thread and don't block.
 */
public interface SessionBus {
  /**
   * Begins to listen, to what is {@linkplain #publish published} and to what is {@linkplain #send
   * sent} to this node. Called once, before anything else.
   *
   * @param nodeId this node's name, six hexadecimal digits
   * @return complete when what others send from now on will come
   */
  CompletionStage<Void> start(String nodeId, Listener listener);

  /**
   * Sends to all nodes; this one may get it too.
   *
   * @param message the bytes, which are the bus's to keep
   * @return complete when the message has left; fails if it may not arrive
   */
  CompletionStage<Void> publish(byte[] message);

  /** As {@link #publish}, to one node. */
  CompletionStage<Void> send(String nodeId, byte[] message);

  /** Ends it. Idempotent. */
  CompletionStage<Void> close();

  /** Hears what comes. Calls don't overlap and must not block. */
  interface Listener {
    /** A message; its bytes are the listener's to keep. */
    void onMessage(byte[] message);

    /** Messages may have been missed, and may be missed until further ones come. */
    void onLost(Throwable why);
  }
}
