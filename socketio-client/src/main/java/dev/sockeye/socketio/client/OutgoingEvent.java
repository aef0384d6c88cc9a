// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import dev.sockeye.engineio.RawData;
import dev.sockeye.socketio.Packet;
import dev.sockeye.socketio.spi.EncodedPacket;
import dev.sockeye.socketio.spi.Parser;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event, encoded, on its way out.
 *
 * @param data its name and arguments, for those who look at what is sent
 * @param id the number of its answer, or {@link Packet#NO_ID}
 * @param parts its messages
 * @param compress whether they may be compressed
 * @param bytes the size of the messages
 */
record OutgoingEvent(
    List<? extends @Nullable Object> data,
    long id,
    List<RawData> parts,
    boolean compress,
    long bytes) {

  static OutgoingEvent of(
      Parser parser,
      String namespace,
      long id,
      List<? extends @Nullable Object> data,
      boolean compress) {
    List<RawData> parts = encode(parser, Packet.event(namespace, id, data));
    long bytes = 0;
    for (RawData part : parts) {
      bytes += part.length();
    }
    return new OutgoingEvent(data, id, parts, compress, bytes);
  }

  String name() {
    return String.valueOf(data.get(0));
  }

  List<? extends @Nullable Object> args() {
    return data.subList(1, data.size());
  }

  /** The messages of a packet. */
  static List<RawData> encode(Parser parser, Packet packet) {
    EncodedPacket encoded = parser.encode(packet);
    RawData first = RawData.binary(encoded.first());
    if (!encoded.binary()) {
      first = RawData.text(first.array(), first.offset(), first.length());
    }
    if (encoded.attachments().isEmpty()) {
      return List.of(first);
    }
    List<RawData> parts = new ArrayList<>(1 + encoded.attachments().size());
    parts.add(first);
    for (ByteBuffer attachment : encoded.attachments()) {
      parts.add(RawData.binary(attachment));
    }
    return parts;
  }
}
