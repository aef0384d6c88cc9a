// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import dev.sockeye.engineio.Handshake;
import dev.sockeye.engineio.Packet;
import dev.sockeye.engineio.PacketType;
import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.Transport;

/**
 * What happens to one connection. Calls come on its {@link EngineConnection#scheduler()}, never
 * overlap, must not block, and end with one {@link #onClose}. What a listener throws is logged and
 * changes nothing.
 */
public interface EngineListener {
  /** The session has begun. Not called if opening failed. */
  void onOpen(Handshake handshake);

  /** A message of the server. */
  void onMessage(RawData message);

  /**
   * The connection has ended, or could not be opened: then this is the only call.
   *
   * @param details what is known; its error says what went wrong
   */
  void onClose(CloseReason reason, CloseDetails details);

  /** The server has pinged; the answer has been sent. */
  default void onPing() {}

  /** A packet of any type has come; called before what follows from it. */
  default void onPacket(Packet packet) {}

  /** A packet is about to be queued: a message, or one of the protocol itself. */
  default void onPacketCreate(PacketType type, RawData data) {}

  /** What was queued has been handed to the transport. */
  default void onFlush() {}

  /** The transport has taken everything that was queued. */
  default void onDrain() {}

  /** The server has agreed to an upgrade; the old transport is being emptied. */
  default void onUpgrading(Transport to) {}

  /** The session has moved to a better transport. */
  default void onUpgrade(Transport to) {}

  /** The session could not move, and stays where it is. */
  default void onUpgradeError(EngineException error) {}
}
