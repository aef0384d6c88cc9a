// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import dev.sockeye.engineio.Packet;

/**
 * What a transport tells its user: a connection, or the probe of one. On the connection's thread.
 */
interface TransportEvents {
  /** A WebSocket is open; no packet has come yet. */
  default void onTransportOpen() {}

  /** A packet of the server. */
  void onPacket(Packet packet);

  /** The transport takes more again. */
  default void onReady() {}

  /** The transport has ended by itself; last call. */
  void onTransportEnd(CloseReason reason, CloseDetails details);
}
