// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.cli;

import dev.sockeye.engineio.RawData;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Packets as they travel, with the names of their types in both layers: {@code 42["chat"]} becomes
 * {@code 42["chat"] (message, event)}.
 */
final class RawPackets {
  private static final char SEPARATOR = '\u001e';
  private static final List<String> ENGINE =
      List.of("open", "close", "ping", "pong", "message", "upgrade", "noop");
  private static final List<String> SOCKET =
      List.of(
          "connect", "disconnect", "event", "ack", "connect error", "binary event", "binary ack");

  private RawPackets() {}

  /** The packets of a body of long-polling. */
  static List<String> ofPayload(String payload) {
    List<String> packets = new ArrayList<>();
    int start = 0;
    for (int end; (end = payload.indexOf(SEPARATOR, start)) >= 0; start = end + 1) {
      packets.add(ofText(payload.substring(start, end)));
    }
    packets.add(ofText(payload.substring(start)));
    return packets;
  }

  /** One packet that travels as a text. */
  static String ofText(String packet) {
    if (packet.startsWith("b")) {
      return packet + "  (message, bytes in base64)";
    }
    String engine = name(ENGINE, packet, 0);
    if (!engine.equals("message") || packet.length() == 1) {
      return packet + "  (" + engine + ")";
    }
    return packet + "  (" + engine + ", " + name(SOCKET, packet, 1) + ")";
  }

  /** One packet that travels as bytes. */
  static String ofBinary(RawData packet) {
    ByteBuffer buffer = packet.toByteBuffer();
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return HexFormat.of().formatHex(bytes) + "  (message, " + bytes.length + " bytes)";
  }

  private static String name(List<String> names, String packet, int at) {
    int digit = at < packet.length() ? packet.charAt(at) - '0' : -1;
    return digit >= 0 && digit < names.size() ? names.get(digit) : "unknown";
  }
}
