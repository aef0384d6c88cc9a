// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio;

import java.util.Objects;

/**
 * One Engine.IO packet.
 *
 * @param type what it is for
 * @param data its text or blob; {@link #NO_DATA} where there is none
 */
public record Packet(PacketType type, RawData data) {
  /** The empty text. */
  public static final RawData NO_DATA = RawData.text("");

  /** Checks the parts. */
  public Packet {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(data, "data");
    if (data.isBinary() && type != PacketType.MESSAGE) {
      throw new IllegalArgumentException("only a message can be binary, not " + type);
    }
  }

  /** A packet without data. */
  public static Packet of(PacketType type) {
    return new Packet(type, NO_DATA);
  }

  /** A packet with a text. */
  public static Packet of(PacketType type, String text) {
    return new Packet(type, RawData.text(text));
  }

  /** A message. */
  public static Packet message(RawData data) {
    return new Packet(PacketType.MESSAGE, data);
  }
}
