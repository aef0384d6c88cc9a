// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.DecodedPacket;
import dev.sockeye.socketio.Packet;
import dev.sockeye.socketio.spi.EncodedPacket;
import dev.sockeye.socketio.spi.Parser;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a CONNECT packet carries: the credentials, and what lets a lost session go on. */
final class ConnectPayload {
  private ConnectPayload() {}

  /**
   * The payload; null if there is nothing to say.
   *
   * @param auth the credentials; null for none
   * @param pid the private id of the session that was lost; null if there is none
   * @param offset the last event that was received in it; null if there was none
   * @throws IllegalArgumentException if the credentials are no JSON object
   */
  static @Nullable Map<String, @Nullable Object> of(
      Parser parser, @Nullable Object auth, @Nullable String pid, @Nullable String offset) {
    if (auth == null && pid == null) {
      return null;
    }
    Map<String, @Nullable Object> payload = new LinkedHashMap<>();
    if (pid != null) {
      payload.put("pid", pid);
      if (offset != null) {
        payload.put("offset", offset);
      }
    }
    if (auth != null) {
      object(parser, auth).forEach((name, value) -> payload.put(String.valueOf(name), value));
    }
    return payload;
  }

  private static Map<?, ?> object(Parser parser, Object auth) {
    Object value = auth instanceof Map<?, ?> ? auth : overTheWire(parser, auth).get(0);
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw new IllegalArgumentException(
        "auth must be a JSON object, such as a map or a record, not " + auth.getClass().getName());
  }

  /** The value as the server would see it. */
  private static Args overTheWire(Parser parser, Object auth) {
    EncodedPacket encoded = parser.encode(Packet.ack("/", 0, List.of(auth)));
    Parser.Decoder decoder = parser.newDecoder();
    byte[] bytes = bytes(encoded.first());
    DecodedPacket packet =
        encoded.binary()
            ? decoder.addBinary(bytes, 0, bytes.length)
            : decoder.addText(bytes, 0, bytes.length);
    if (packet == null) {
      throw new IllegalArgumentException("auth must not have binary values");
    }
    return packet.args();
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
