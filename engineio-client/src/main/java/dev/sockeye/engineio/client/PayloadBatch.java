// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import dev.sockeye.engineio.Packet;
import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.spi.Frame;
import java.util.ArrayList;
import java.util.List;

/** As many packets as one POST may carry, but at least one. */
final class PayloadBatch {
  private final Outbox outbox;
  private final long maxBytes;
  private final int maxPackets;

  /**
   * @param maxBytes the limit of the body; 0 for none
   * @param maxPackets the limit of packets
   */
  PayloadBatch(Outbox outbox, int maxBytes, int maxPackets) {
    this.outbox = outbox;
    this.maxBytes = maxBytes == 0 ? Long.MAX_VALUE : maxBytes;
    this.maxPackets = maxPackets;
  }

  /** Takes them from the queue. */
  List<Packet> take() {
    List<Packet> packets = new ArrayList<>();
    long bytes = 0;
    for (Frame next = outbox.peek();
        next != null && packets.size() < maxPackets;
        next = outbox.peek()) {
      // The separator counts too.
      bytes += length(next.data()) + (packets.isEmpty() ? 0 : 1);
      if (!packets.isEmpty() && bytes > maxBytes) {
        break;
      }
      packets.add(Outbox.packet(next));
      outbox.poll();
    }
    return packets;
  }

  /** The size of a packet: a digit and the text, or a letter and the blob in base64. */
  private static long length(RawData data) {
    return 1 + (data.isBinary() ? (data.length() + 2L) / 3 * 4 : data.length());
  }
}
