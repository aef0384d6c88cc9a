// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio;

import java.util.List;
import java.util.function.Consumer;

/** Engine.IO 4: packets in their text form, with a record separator between them. */
final class PayloadCodecV4 implements PayloadCodec {
  static final PayloadCodecV4 INSTANCE = new PayloadCodecV4();
  private static final byte SEPARATOR = 0x1e;

  private PayloadCodecV4() {}

  @Override
  public RawData encode(List<Packet> packets, boolean base64) {
    PacketList.requireSome(packets);
    int length = packets.size() - 1;
    for (Packet packet : packets) {
      length = Math.addExact(length, TextForm.V4.length(packet));
    }
    byte[] utf8 = new byte[length];
    int at = 0;
    for (Packet packet : packets) {
      if (at > 0) {
        utf8[at++] = SEPARATOR;
      }
      at = TextForm.V4.write(packet, utf8, at);
    }
    return RawData.text(utf8, 0, length);
  }

  @Override
  public void decode(RawData body, int maxPackets, Consumer<? super Packet> to) {
    if (body.isBinary()) {
      throw new PacketFormatException("binary payload: Engine.IO 4 knows text only");
    }
    RawData text = body.repaired();
    byte[] utf8 = text.array();
    int end = text.offset() + text.length();
    int packets = 0;
    int start = text.offset();
    for (int at = start; at <= end; at++) {
      if (at == end || utf8[at] == SEPARATOR) {
        PacketList.requireRoom(packets++, maxPackets);
        to.accept(TextForm.V4.decode(utf8, start, at));
        start = at + 1;
      }
    }
  }
}
