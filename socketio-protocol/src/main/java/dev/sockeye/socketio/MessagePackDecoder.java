// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

import dev.sockeye.socketio.spi.JsonCodec;
import dev.sockeye.socketio.spi.Parser;

/** Each binary message is a packet. Keeps nothing between two of them. */
final class MessagePackDecoder implements Parser.Decoder {
  private final JsonCodec codec;
  private final NameTable names;
  private final int maxNesting;

  MessagePackDecoder(JsonCodec codec, NameTable names, int maxNesting) {
    this.codec = codec;
    this.names = names;
    this.maxNesting = maxNesting;
  }

  @Override
  public DecodedPacket addText(byte[] array, int offset, int length) {
    throw new ParseException("got a text: MessagePack is binary, does the peer use its parser?");
  }

  @Override
  public DecodedPacket addBinary(byte[] array, int offset, int length) {
    MessagePackPacket packet = new MessagePackPacket(array, offset, length, names, maxNesting);
    packet.read();
    return packet.decoded(codec);
  }
}
