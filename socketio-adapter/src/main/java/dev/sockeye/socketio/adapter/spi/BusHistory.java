// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.adapter.spi;

import dev.sockeye.socketio.adapter.SocketSession;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * A {@link Bus} that remembers: sessions, and the messages that were published, each under an
 * <em>offset</em>, a string that names its place in one order for all nodes.
 *
 * <p>On such a bus everything happens in the order of the offsets: it calls the listener, and the
 * callbacks of {@link Bus#publish}, with growing offsets only, never two at a time. So each node
 * sees one order, its own messages included.
 *
 * <p>Implements "Connection state recovery" of the Socket.IO documentation for a cluster.
 */
public interface BusHistory {
  /**
   * The offset up to which this node has seen everything, whatever the namespace: that of the last
   * message that was handed over, or whose callback was called, once that call has ended; before
   * the first one the end of the history when the bus started.
   */
  String offset();

  /** Whether a text has the form of an offset; clients send what they like. */
  boolean isOffset(String text);

  /** Compares two offsets: negative if the first one comes before the second. */
  int compare(String first, String second);

  /**
   * The messages after an offset, up to one.
   *
   * @param after where to begin; the message itself is left out
   * @param upTo where to end; the message itself is included
   * @return in the order of their offsets; empty if the history doesn't reach back so far
   */
  CompletionStage<Optional<List<Kept>>> replay(String after, String upTo);

  /** Keeps a session, for all nodes, for a time. */
  CompletionStage<Void> persistSession(SocketSession session, Duration keep);

  /** Takes a session away; of several calls on several nodes one at most finds it. */
  CompletionStage<Optional<SocketSession>> takeSession(String pid);

  /**
   * A message that was kept.
   *
   * @param offset its place
   * @param envelope the message
   */
  record Kept(String offset, Envelope envelope) {}
}
