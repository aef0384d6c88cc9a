// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio;

import java.util.List;

/** The limits on the number of packets in a payload. */
final class PacketList {
  private PacketList() {}

  static void requireSome(List<Packet> packets) {
    if (packets.isEmpty()) {
      throw new IllegalArgumentException(
          "a payload holds at least one packet, for instance a noop");
    }
  }

  static void requireRoom(int packets, int maxPackets) {
    if (packets >= maxPackets) {
      throw new PacketFormatException("payload of more than " + maxPackets + " packets");
    }
  }
}
