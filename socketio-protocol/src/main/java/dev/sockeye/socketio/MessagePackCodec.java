// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

import dev.sockeye.socketio.spi.JsonCodec;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Any value as MessagePack, in the dialect that nodes of a cluster speak: that of npm {@code
 * notepack.io} 3 and of {@code @msgpack/msgpack}. What can be written is what {@link
 * MessagePackParser} can write, but for dates: an {@link java.time.Instant} is MessagePack's own
 * timestamp.
 *
 * <p>Immutable; safe for use from any thread.
 */
public final class MessagePackCodec {
  private static final int MAX_NESTING = 500;

  private final JsonCodec codec;

  private MessagePackCodec(JsonCodec codec) {
    this.codec = codec;
  }

  /** A codec that leaves what isn't plain data to a given JSON library. */
  public static MessagePackCodec of(JsonCodec codec) {
    return new MessagePackCodec(Objects.requireNonNull(codec, "codec"));
  }

  /**
   * Writes a value.
   *
   * @throws IllegalArgumentException if it can't be written
   */
  public byte[] encode(@Nullable Object value) {
    Scratch scratch = Scratch.take();
    try {
      scratch.reset(0);
      new MessagePackEncoder(codec, scratch, true).value(value);
      return scratch.toByteArray();
    } finally {
      scratch.giveBack();
    }
  }

  /**
   * Reads the one value that the bytes hold: as JSON, its blobs as attachments, which are slices of
   * the bytes. A date becomes what {@code JSON.stringify} makes of it, {@code undefined} null.
   *
   * @param bytes not changed afterwards
   * @throws ParseException if they are not one value in MessagePack, or it is nested too deep
   */
  public Json decode(byte[] bytes) {
    MessagePackReader in = new MessagePackReader(bytes, 0, bytes.length);
    new MessagePackScanner(in, MAX_NESTING).skip(1);
    if (!in.isAtEnd()) {
      throw new ParseException("invalid payload: bytes after the value");
    }
    in.seek(0);
    return MessagePackToJson.read(in, true);
  }
}
