// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio;

import java.util.List;
import java.util.function.Consumer;

/**
 * Turns several packets into one body of HTTP long-polling and back.
 *
 * <pre>
 * V4          4hello RS bAQIDBA==                        RS is the byte 1e; a blob is always base64
 * V3 text     6:4hello10:b4AQIDBA==                      lengths in UTF-16 code units
 * V3 binary   00 06 ff 4hello 01 05 ff 04 01 02 03 04    kind, decimal digits of the length in bytes
 * </pre>
 *
 * <p>A body is text (UTF-8) or binary ({@code application/octet-stream}), as {@link
 * RawData#isBinary()} tells. A decoded text is a slice of the body, not a copy; malformed UTF-8
 * becomes U+FFFD. Stateless: any thread may use it at any time.
 *
 * <p>Implements "HTTP long-polling" of the Engine.IO protocol, revisions 3 and 4.
 */
public sealed interface PayloadCodec permits PayloadCodecV3, PayloadCodecV4 {

  /** The codec of a revision. */
  static PayloadCodec of(ProtocolVersion version) {
    return switch (version) {
      case V3 -> PayloadCodecV3.INSTANCE;
      case V4 -> PayloadCodecV4.INSTANCE;
    };
  }

  /**
   * The body that holds the packets in their order.
   *
   * @param packets at least one
   * @param base64 whether the body has to be text, because the peer asked for it with {@code
   *     b64=1}; revision 4 always is
   * @throws IllegalArgumentException if there is no packet: a poll is answered with a {@link
   *     PacketType#NOOP} then
   * @throws ArithmeticException if the body would be longer than an array can be
   */
  RawData encode(List<Packet> packets, boolean base64);

  /**
   * Hands over the packets of a body in their order, each as soon as it is read.
   *
   * @param maxPackets how many packets one body may hold
   * @param to gets the packets
   * @throws PacketFormatException if one of them is malformed or there are too many; those before
   *     it have been handed over
   */
  void decode(RawData body, int maxPackets, Consumer<? super Packet> to);
}
