// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

import dev.sockeye.socketio.spi.Parser;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Waits for the attachments of a packet; the rest is {@link PacketReader}'s. */
final class JsonDecoder implements Parser.Decoder {
  private final JsonParser parser;
  // Used by the decoder's one thread; null unless attachments are due.
  private @Nullable PacketReader pending;
  private @Nullable List<ByteBuffer> attachments;

  JsonDecoder(JsonParser parser) {
    this.parser = parser;
  }

  @Override
  public @Nullable DecodedPacket addText(byte[] array, int offset, int length) {
    if (pending != null) {
      throw new ParseException("got plaintext data when reconstructing a packet");
    }
    PacketReader reader = new PacketReader(parser, array, offset, length);
    reader.read();
    if (reader.attachments() == 0) {
      return reader.packet(List.of());
    }
    pending = reader;
    attachments = new ArrayList<>(reader.attachments());
    return null;
  }

  @Override
  public @Nullable DecodedPacket addBinary(byte[] array, int offset, int length) {
    PacketReader reader = pending;
    List<ByteBuffer> received = attachments;
    if (reader == null || received == null) {
      throw new ParseException("got binary data when not reconstructing a packet");
    }
    received.add(ByteBuffer.wrap(array, offset, length).slice());
    if (received.size() < reader.attachments()) {
      return null;
    }
    pending = null;
    attachments = null;
    return reader.packet(List.copyOf(received));
  }
}
