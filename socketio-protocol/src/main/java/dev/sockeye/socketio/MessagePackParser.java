// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

import dev.sockeye.socketio.spi.EncodedPacket;
import dev.sockeye.socketio.spi.JsonCodec;
import dev.sockeye.socketio.spi.Parser;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;

/**
 * A parser for packets in MessagePack, wire-compatible with npm {@code socket.io-msgpack-parser} 3:
 * a packet is one binary message, blobs included. Shorter than JSON where there are many numbers or
 * blobs; the peer must use it too.
 *
 * <pre>
 * { type: 2, data: ["hello", 1], nsp: "/" }       an event
 * { id: 13, type: 3, data: [true], nsp: "/" }     the answer to event 13
 * </pre>
 *
 * <p>Strings, numbers, booleans, blobs, lists and maps with strings as keys are written as such, an
 * {@link java.time.Instant} as a {@code Date} of JavaScript. Any other value is written as the
 * {@link JsonCodec} makes it, and a received argument is bound to a class of the application by it
 * too: a {@code Date} is a string in ISO 8601 then. In the natural form of an argument a {@code
 * Date} is an {@link java.time.Instant}, and {@code undefined} is null.
 *
 * <p>Immutable; safe for use from any thread.
 *
 * <p>Implements "Custom parser" of the Socket.IO documentation, with the parser that it offers.
 */
public final class MessagePackParser implements Parser {
  private static final int DEFAULT_MAX_NESTING = 500;
  // A level of nesting costs stack when it is read; this many fit the smallest usual stack.
  private static final int HIGHEST_MAX_NESTING = 1000;

  private final JsonCodec codec;
  private final int maxNesting;
  private final NameTable names = new NameTable();

  private MessagePackParser(JsonCodec codec, int maxNesting) {
    this.codec = codec;
    this.maxNesting = maxNesting;
  }

  /** A parser that leaves what isn't plain data to a given JSON library. */
  public static MessagePackParser of(JsonCodec codec) {
    return new MessagePackParser(Objects.requireNonNull(codec, "codec"), DEFAULT_MAX_NESTING);
  }

  /**
   * A parser on the JSON library that is found on the class or module path.
   *
   * @throws IllegalStateException if there is none; it names the artifacts to choose from
   */
  public static MessagePackParser create() {
    return of(JsonCodecs.find());
  }

  /** This parser with another limit, 1 to 1000, on the depth of incoming data; 500 by default. */
  public MessagePackParser maxNesting(int limit) {
    if (limit < 1 || limit > HIGHEST_MAX_NESTING) {
      throw new IllegalArgumentException(
          "maxNesting must be from 1 to " + HIGHEST_MAX_NESTING + ", not " + limit);
    }
    return new MessagePackParser(codec, limit);
  }

  @Override
  public Decoder newDecoder() {
    return new MessagePackDecoder(codec, names, maxNesting);
  }

  @Override
  public EncodedPacket encode(Packet packet) {
    Scratch scratch = Scratch.take();
    try {
      scratch.reset(0);
      new MessagePackEncoder(codec, scratch, false).packet(packet);
      return new EncodedPacket(ByteBuffer.wrap(scratch.toByteArray()), true, List.of());
    } finally {
      scratch.giveBack();
    }
  }
}
