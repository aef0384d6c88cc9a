// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.socketio.Args;
import dev.sockeye.socketio.DecodedPacket;
import dev.sockeye.socketio.Packet;
import dev.sockeye.socketio.spi.EncodedPacket;
import dev.sockeye.socketio.spi.Parser;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes arguments, which bind to any type, of values that are here already: by the way over the
 * wire, so that they bind as if a peer had sent them.
 */
final class Values {
  private final Parser parser;

  Values(Parser parser) {
    this.parser = parser;
  }

  Args args(@Nullable Object... values) {
    return args(Arrays.asList(values));
  }

  Args args(List<? extends @Nullable Object> values) {
    EncodedPacket encoded = parser.encode(Packet.ack("/", 0, values));
    Parser.Decoder decoder = parser.newDecoder();
    DecodedPacket packet = add(decoder, encoded.first(), encoded.binary());
    for (ByteBuffer attachment : encoded.attachments()) {
      packet = add(decoder, attachment, true);
    }
    if (packet == null) {
      throw new IllegalStateException(parser + " doesn't read what it has written");
    }
    return packet.args();
  }

  private static @Nullable DecodedPacket add(
      Parser.Decoder decoder, ByteBuffer message, boolean binary) {
    byte[] bytes = new byte[message.remaining()];
    message.duplicate().get(bytes);
    return binary
        ? decoder.addBinary(bytes, 0, bytes.length)
        : decoder.addText(bytes, 0, bytes.length);
  }
}
