// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio;

import java.util.function.Consumer;

/** Walks once over a payload of Engine.IO 3. One reader, one payload, one thread. */
final class PayloadReaderV3 {
  private final byte[] bytes;
  private final int end;
  private final int maxPackets;
  private final Consumer<? super Packet> to;

  /** How many packets were read. */
  private int packets;

  /** The next byte to read; only moves forward. */
  private int at;

  PayloadReaderV3(RawData body, int maxPackets, Consumer<? super Packet> to) {
    this.bytes = body.array();
    this.at = body.offset();
    this.end = body.offset() + body.length();
    this.maxPackets = maxPackets;
    this.to = to;
  }

  void readText() {
    if (at == end) {
      throw new PacketFormatException("empty payload");
    }
    while (at < end) {
      int units = readLength('0', (byte) ':');
      int next = Utf16.skip(bytes, at, end, units);
      if (next < 0) {
        throw overrun(units);
      }
      // An empty payload is written as 0: by the original, so that length stands for no packet.
      if (units > 0) {
        PacketList.requireRoom(packets++, maxPackets);
        to.accept(TextForm.V3.decode(bytes, at, next));
      }
      at = next;
    }
  }

  void readBinary() {
    while (at < end) {
      byte kind = bytes[at++];
      int length = readLength(0, PayloadCodecV3.END_OF_LENGTH);
      if (length > end - at) {
        throw overrun(length);
      }
      PacketList.requireRoom(packets++, maxPackets);
      to.accept(
          switch (kind) {
            case PayloadCodecV3.TEXT ->
                TextForm.V3.decode(RawData.text(bytes, at, length).repaired());
            case PayloadCodecV3.BINARY ->
                PacketCodecV3.decodeBinary(RawData.binary(bytes, at, length));
            default ->
                throw new PacketFormatException(
                    "packet of kind " + (kind & 0xff) + ": expected 0 (text) or 1 (binary)");
          });
      at += length;
    }
  }

  /** Reads the decimal digits and the byte that ends them. */
  private int readLength(int zero, byte terminator) {
    int first = at;
    int length = 0;
    while (at < end && bytes[at] != terminator) {
      int digit = bytes[at] - zero;
      if (digit < 0 || digit > 9) {
        throw new PacketFormatException("length with the byte " + (bytes[at] & 0xff) + " in it");
      }
      length = length * 10 + digit;
      // No unit of length takes less than a byte. Checked for each digit, so nothing overflows.
      if (length > end - first) {
        throw overrun(length);
      }
      at++;
    }
    if (at == end || at == first) {
      throw new PacketFormatException("length without " + (at == end ? "an end" : "digits"));
    }
    at++;
    return length;
  }

  private PacketFormatException overrun(int length) {
    return new PacketFormatException(
        "length " + length + " reaches over the end of the payload or splits a character");
  }
}
