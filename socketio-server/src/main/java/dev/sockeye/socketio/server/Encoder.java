// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.server.Message;
import dev.sockeye.socketio.Packet;
import dev.sockeye.socketio.spi.EncodedPacket;
import dev.sockeye.socketio.spi.Parser;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Turns packets into messages of the engine. */
final class Encoder {
  private final Parser parser;

  Encoder(Parser parser) {
    this.parser = parser;
  }

  EncodedPacket encode(Packet packet) {
    return parser.encode(packet);
  }

  Message encode(Packet packet, boolean isVolatile, boolean compress, boolean shared) {
    return message(parser.encode(packet), isVolatile, compress, shared);
  }

  Message message(EncodedPacket encoded, boolean isVolatile, boolean compress, boolean shared) {
    RawData first = encoded.binary() ? RawData.binary(encoded.first()) : text(encoded.first());
    if (encoded.attachments().isEmpty()) {
      return Message.of(List.of(first), isVolatile, compress, shared);
    }
    List<RawData> parts = new ArrayList<>(1 + encoded.attachments().size());
    parts.add(first);
    for (ByteBuffer attachment : encoded.attachments()) {
      parts.add(RawData.binary(attachment));
    }
    return Message.of(parts, isVolatile, compress, shared);
  }

  private static RawData text(ByteBuffer utf8) {
    RawData shared = RawData.binary(utf8);
    return RawData.text(shared.array(), shared.offset(), shared.length());
  }
}
