// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/**
 * A packet as text: the digit of its type and its data, or a prefix and a blob in base64.
 *
 * <p>{@code 4hello}, {@code 2probe}, {@code bAQIDBA==} (revision 4), {@code b4AQIDBA==} (revision
 * 3).
 */
final class TextForm {
  static final TextForm V3 = new TextForm("b4");
  static final TextForm V4 = new TextForm("b");

  private final byte[] blobPrefix;

  private TextForm(String blobPrefix) {
    this.blobPrefix = blobPrefix.getBytes(US_ASCII);
  }

  RawData encode(Packet packet) {
    byte[] utf8 = new byte[length(packet)];
    write(packet, utf8, 0);
    return RawData.text(utf8, 0, utf8.length);
  }

  /** The number of bytes that {@link #write} writes. */
  int length(Packet packet) {
    RawData data = packet.data();
    return data.isBinary()
        ? Math.addExact(blobPrefix.length, Base64.encodedLength(data.length()))
        : Math.addExact(1, data.length());
  }

  /**
   * The number of UTF-16 code units that {@link #write} writes: the {@code length} of JavaScript.
   */
  int utf16Length(Packet packet) {
    RawData data = packet.data();
    return data.isBinary() ? length(packet) : 1 + Utf16.length(data);
  }

  /** Returns the index after the last byte written. */
  int write(Packet packet, byte[] target, int at) {
    RawData data = packet.data();
    if (data.isBinary()) {
      System.arraycopy(blobPrefix, 0, target, at, blobPrefix.length);
      return Base64.encode(data, target, at + blobPrefix.length);
    }
    target[at] = packet.type().code();
    return data.copyTo(target, at + 1);
  }

  Packet decode(RawData text) {
    return decode(text.array(), text.offset(), text.offset() + text.length());
  }

  Packet decode(byte[] utf8, int from, int to) {
    if (from == to) {
      throw new PacketFormatException("empty packet: the type is missing");
    }
    if (utf8[from] == 'b') {
      return decodeBlob(utf8, from, to);
    }
    PacketType type = PacketType.of(utf8[from]);
    return from + 1 == to
        ? Packet.of(type)
        : new Packet(type, RawData.text(utf8, from + 1, to - from - 1));
  }

  private Packet decodeBlob(byte[] utf8, int from, int to) {
    int start = from + blobPrefix.length;
    if (start > to || !Arrays.equals(utf8, from, start, blobPrefix, 0, blobPrefix.length)) {
      throw new PacketFormatException(
          "base64 packet that does not start with '" + new String(blobPrefix, US_ASCII) + "'");
    }
    return Packet.message(Base64.decode(utf8, start, to));
  }
}
