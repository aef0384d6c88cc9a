// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.adapter.spi;

import dev.sockeye.socketio.adapter.Rooms;
import java.util.Optional;

/**
 * Gets what a {@link Bus} brings. The calls never overlap, from whichever thread they come, and
 * must not block.
 */
public interface BusListener {
  /**
   * A message has come. Own messages and those of other namespaces do no harm: they are dropped
   * here, unless the bus knows them without decoding and drops them sooner.
   *
   * @param offset its place in the {@linkplain Bus#history() history}; empty if it isn't kept
   */
  void onMessage(Envelope envelope, Optional<String> offset);

  /**
   * Whether anybody waits for an answer to a request; if not, the answer need not be read. For a
   * bus on which all nodes get all answers.
   */
  boolean isAwaited(String requestId);

  /** Something has come that is no message; it is counted and forgotten. */
  void onGarbage(RuntimeException why);

  /** The connection to the backend is lost; messages may be lost until it is back. */
  void onLost(Throwable why);

  /** The connection to the backend is back, and the subscriptions with it. */
  void onRestored();

  /**
   * The rooms of this node, for a bus that subscribes by room: it {@linkplain Rooms#addListener
   * listens} to their coming and going.
   */
  Rooms rooms();
}
