// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio;

/** Engine.IO 4: a binary frame is a message's payload as it is. */
final class PacketCodecV4 implements PacketCodec {
  static final PacketCodecV4 INSTANCE = new PacketCodecV4();

  private PacketCodecV4() {}

  @Override
  public RawData encode(Packet packet, boolean base64) {
    return packet.data().isBinary() && !base64 ? packet.data() : TextForm.V4.encode(packet);
  }

  @Override
  public Packet decode(RawData message) {
    return message.isBinary() ? Packet.message(message) : TextForm.V4.decode(message);
  }
}
