// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.adapter;

import dev.sockeye.socketio.spi.EncodedPacket;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** A session that has been taken back; it is resumed once, or given back once. */
public interface RestoredSession {
  /** What was kept. */
  SocketSession session();

  /**
   * Puts a socket into the rooms of the session, and hands over what it has missed.
   *
   * @param entry gets the events that the session has missed, in order. No other event of the
   *     namespace goes to sockets of this node while it runs: what it sends comes before them, and
   *     the socket gets each event that it is not handed here
   */
  CompletionStage<Void> resume(LocalSocket socket, Consumer<List<EncodedPacket>> entry);

  /** The client was lost again before it could be resumed: keeps the session as it was. */
  CompletionStage<Void> giveBack();
}
