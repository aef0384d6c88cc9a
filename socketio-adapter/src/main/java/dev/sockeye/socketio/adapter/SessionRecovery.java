// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.adapter;

import dev.sockeye.socketio.Packet;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The part of an {@link Adapter} that keeps sessions and events for clients that lose their
 * connection. An adapter that has it adds an <em>offset</em>, a string which names the event's
 * place, as the last argument to each event that it carries, and keeps the event; but not if the
 * event is volatile or wants an answer.
 *
 * <p>All methods may be called from any thread and none may block. Within one namespace events
 * reach each socket in the order of their offsets.
 *
 * <p>Implements "Connection state recovery" of the Socket.IO documentation.
 */
public interface SessionRecovery {
  /** The offset of the last event: one that is sent from now on comes after it. */
  String offset();

  /**
   * Sends an event to one socket of this node, which need not have joined the namespace yet and may
   * have left it: then the event is kept all the same, and goes to the socket as which its client
   * has come back.
   */
  CompletionStage<Void> send(LocalSocket socket, Packet packet, BroadcastFlags flags);

  /** Keeps what is needed to restore a socket that is about to leave its rooms. */
  CompletionStage<Void> persistSession(LocalSocket socket, SocketSession session);

  /**
   * Takes a session back, on whichever node it was kept: a second call for the same one finds
   * nothing.
   *
   * @param pid what the client says is its private id
   * @param offset what the client says is the offset of the last event that it got; null if it says
   *     that it got none
   * @return empty if there is no such session, its time is over, or what it missed isn't known
   *     exactly
   */
  CompletionStage<Optional<RestoredSession>> restoreSession(String pid, @Nullable String offset);
}
