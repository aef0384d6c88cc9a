// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

import dev.sockeye.socketio.spi.EncodedPacket;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Packets and values as hexadecimal text, so that tests show the wire. */
final class MessagePackHex {
  private static final MessagePackParser PARSER = MessagePackParser.of(new TinyCodec());
  private static final String ACK = "83" + "a474797065" + "03" + "a464617461" + "91";
  private static final String MAIN_NAMESPACE = "a36e7370" + "a12f";

  private MessagePackHex() {}

  /** A packet as it is sent. */
  static String of(Packet packet) {
    EncodedPacket encoded = PARSER.encode(packet);
    return HexFormat.of().formatHex(encoded.first().array());
  }

  /** A value as it is sent, as the one argument of an answer. */
  static String ofValue(@Nullable Object value) {
    List<@Nullable Object> arguments = new ArrayList<>();
    arguments.add(value);
    String packet = of(Packet.ack("/", Packet.NO_ID, arguments));
    return packet.substring(ACK.length(), packet.length() - MAIN_NAMESPACE.length());
  }

  /** A received packet. */
  static DecodedPacket packet(String hex) {
    return packet(hex, PARSER);
  }

  static DecodedPacket packet(String hex, MessagePackParser parser) {
    byte[] bytes = HexFormat.of().parseHex("7f" + hex + "7f");
    DecodedPacket packet = parser.newDecoder().addBinary(bytes, 1, bytes.length - 2);
    if (packet == null) {
      throw new AssertionError("each message is a packet");
    }
    return packet;
  }

  /** A received value, as the one argument of an answer. */
  static Args value(String hex) {
    return packet(ACK + hex + MAIN_NAMESPACE).args();
  }
}
