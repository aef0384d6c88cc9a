// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio;

/**
 * Turns one packet into one WebSocket message and back.
 *
 * <pre>
 *            text packet       blob                  blob where only text passes
 * V4         4hello            01 02 03 04           bAQIDBA==
 * V3         4hello            04 01 02 03 04        b4AQIDBA==
 * </pre>
 *
 * <p>Data that needs no translation is a slice of the input, not a copy. Stateless: any thread may
 * use it at any time.
 *
 * <p>Implements "Packet encoding" of the Engine.IO protocol, revisions 3 and 4.
 */
public sealed interface PacketCodec permits PacketCodecV3, PacketCodecV4 {

  /** The codec of a revision. */
  static PacketCodec of(ProtocolVersion version) {
    return switch (version) {
      case V3 -> PacketCodecV3.INSTANCE;
      case V4 -> PacketCodecV4.INSTANCE;
    };
  }

  /**
   * The WebSocket message for a packet: text or binary, as {@link RawData#isBinary()} of the result
   * tells.
   *
   * @param base64 whether a blob travels as text, because the peer asked for it with {@code b64=1}
   */
  RawData encode(Packet packet, boolean base64);

  /**
   * The packet in a WebSocket message.
   *
   * @throws PacketFormatException if it is empty, its type is unknown, or it is a blob that isn't a
   *     message
   */
  Packet decode(RawData message);
}
