// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio;

import java.util.List;
import java.util.function.Consumer;

/** Engine.IO 3: packets with their length before them, in a text form and a binary form. */
final class PayloadCodecV3 implements PayloadCodec {
  static final PayloadCodecV3 INSTANCE = new PayloadCodecV3();

  /** The bytes of the binary form. */
  static final byte TEXT = 0;

  static final byte BINARY = 1;
  static final byte END_OF_LENGTH = (byte) 0xff;

  private PayloadCodecV3() {}

  @Override
  public RawData encode(List<Packet> packets, boolean base64) {
    PacketList.requireSome(packets);
    boolean binary = !base64 && packets.stream().anyMatch(packet -> packet.data().isBinary());
    return binary ? encodeBinary(packets) : encodeText(packets);
  }

  private static RawData encodeText(List<Packet> packets) {
    int[] units = new int[packets.size()];
    int length = 0;
    for (int i = 0; i < units.length; i++) {
      units[i] = TextForm.V3.utf16Length(packets.get(i));
      length = Math.addExact(length, digits(units[i]) + 1);
      length = Math.addExact(length, TextForm.V3.length(packets.get(i)));
    }
    byte[] utf8 = new byte[length];
    int at = 0;
    for (int i = 0; i < units.length; i++) {
      at = writeDecimal(units[i], '0', utf8, at);
      utf8[at++] = ':';
      at = TextForm.V3.write(packets.get(i), utf8, at);
    }
    return RawData.text(utf8, 0, length);
  }

  private static RawData encodeBinary(List<Packet> packets) {
    int length = 0;
    for (Packet packet : packets) {
      int packetLength = binaryFormLength(packet);
      length = Math.addExact(length, digits(packetLength) + 2);
      length = Math.addExact(length, packetLength);
    }
    byte[] bytes = new byte[length];
    int at = 0;
    for (Packet packet : packets) {
      boolean blob = packet.data().isBinary();
      bytes[at] = blob ? BINARY : TEXT;
      at = writeDecimal(binaryFormLength(packet), 0, bytes, at + 1);
      bytes[at++] = END_OF_LENGTH;
      at =
          blob
              ? PacketCodecV3.writeBinary(packet, bytes, at)
              : TextForm.V3.write(packet, bytes, at);
    }
    return RawData.binary(bytes);
  }

  private static int binaryFormLength(Packet packet) {
    return packet.data().isBinary()
        ? PacketCodecV3.binaryLength(packet)
        : TextForm.V3.length(packet);
  }

  private static int digits(int value) {
    int digits = 1;
    for (int rest = value / 10; rest > 0; rest /= 10) {
      digits++;
    }
    return digits;
  }

  /** Returns the index after the last byte written. */
  private static int writeDecimal(int value, int zero, byte[] target, int at) {
    int end = at + digits(value);
    int rest = value;
    for (int i = end - 1; i >= at; i--) {
      target[i] = (byte) (zero + rest % 10);
      rest /= 10;
    }
    return end;
  }

  @Override
  public void decode(RawData body, int maxPackets, Consumer<? super Packet> to) {
    if (body.isBinary()) {
      new PayloadReaderV3(body, maxPackets, to).readBinary();
    } else {
      new PayloadReaderV3(body.repaired(), maxPackets, to).readText();
    }
  }
}
