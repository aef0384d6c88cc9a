// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio;

/** Engine.IO 3: a binary frame starts with the type as a number, not as a digit. */
final class PacketCodecV3 implements PacketCodec {
  static final PacketCodecV3 INSTANCE = new PacketCodecV3();
  private static final byte MESSAGE = (byte) PacketType.MESSAGE.ordinal();

  private PacketCodecV3() {}

  @Override
  public RawData encode(Packet packet, boolean base64) {
    if (!packet.data().isBinary() || base64) {
      return TextForm.V3.encode(packet);
    }
    byte[] bytes = new byte[binaryLength(packet)];
    writeBinary(packet, bytes, 0);
    return RawData.binary(bytes);
  }

  @Override
  public Packet decode(RawData message) {
    return message.isBinary() ? decodeBinary(message) : TextForm.V3.decode(message);
  }

  static int binaryLength(Packet packet) {
    return Math.addExact(1, packet.data().length());
  }

  /** Returns the index after the last byte written. */
  static int writeBinary(Packet packet, byte[] target, int at) {
    target[at] = MESSAGE;
    return packet.data().copyTo(target, at + 1);
  }

  static Packet decodeBinary(RawData bytes) {
    if (bytes.length() == 0) {
      throw new PacketFormatException("empty binary packet: the type is missing");
    }
    if (bytes.byteAt(0) != MESSAGE) {
      throw new PacketFormatException(
          "binary packet of type " + (bytes.byteAt(0) & 0xff) + ": only a message (4) can be one");
    }
    return Packet.message(bytes.from(1));
  }
}
