// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio;

/**
 * The seven packet types of the Engine.IO protocol; the ordinal is the digit on the wire.
 *
 * <p>Implements "Packet types" of the Engine.IO protocol, revisions 3 and 4.
 */
public enum PacketType {
  OPEN,
  CLOSE,
  PING,
  PONG,
  MESSAGE,
  UPGRADE,
  NOOP;

  private static final PacketType[] VALUES = values();

  /** The ASCII digit that stands for this type on the wire. */
  public byte code() {
    return (byte) ('0' + ordinal());
  }

  /**
   * The type that a digit on the wire stands for.
   *
   * @throws PacketFormatException if the byte is not one of {@code '0'} to {@code '6'}
   */
  public static PacketType of(byte code) {
    int index = code - '0';
    if (index < 0 || index >= VALUES.length) {
      throw new PacketFormatException("unknown packet type: byte " + (code & 0xff));
    }
    return VALUES[index];
  }
}
