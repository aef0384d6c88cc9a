// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.PacketType;
import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.Transport;
import org.jspecify.annotations.Nullable;

/**
 * Sees what happens to one session, or to all ({@link EngineServer#observeSessions}), beside its
 * listener; sessions without observers pay nothing.
 *
 * <p>Called on the session's thread, so it must not block. What it throws is logged.
 *
 * <p>Implements the events of "Socket" of the Engine.IO server: {@code packet}, {@code
 * packetCreate}, {@code upgrade}, {@code close}.
 */
public interface SessionObserver {
  /** The session has begun; its handshake is on its way. */
  default void onOpen(Session session) {}

  /**
   * A packet of the peer has come.
   *
   * @param data what it carries, without the type; not to be changed
   */
  default void onPacketReceived(Session session, PacketType type, RawData data) {}

  /** A message, or a packet of the protocol such as a ping, was taken to be sent. */
  default void onSent(Session session, Message message) {}

  /** A volatile message was dropped, since the peer could not take it at once. */
  default void onDropped(Session session, Message message) {}

  /** The session has moved to another transport. */
  default void onUpgrade(Session session, Transport transport) {}

  /** More waits to be sent than may wait; {@link #onClose} follows. */
  default void onOverflow(Session session) {}

  /** The session has ended. */
  default void onClose(Session session, CloseReason reason, @Nullable Throwable cause) {}
}
