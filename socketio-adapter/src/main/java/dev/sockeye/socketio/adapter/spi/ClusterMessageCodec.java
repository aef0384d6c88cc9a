// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.adapter.spi;

import dev.sockeye.socketio.Json;
import dev.sockeye.socketio.JsonCodecs;
import dev.sockeye.socketio.MessagePackCodec;
import dev.sockeye.socketio.ParseException;
import dev.sockeye.socketio.adapter.SocketSession;
import dev.sockeye.socketio.spi.JsonCodec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Messages as bytes, as the official adapters write and read them: JSON text, or MessagePack where
 * there is binary data in them; as a whole, or their {@code data} alone where the backend has
 * fields for the rest.
 *
 * <pre>
 * {"type":3,"data":{"packet":{"type":2,"data":["hi",1]},
 *   "opts":{"rooms":["r1"],"except":[],"flags":{}}},"uid":"b0c22588a667a006","nsp":"/"}
 * {"type":7,"data":{"opts":{"rooms":[],"except":[],"flags":{}},"requestId":"0b2917b404912173"},
 *   "uid":"b0c22588a667a006","nsp":"/"}
 * {"type":13,"uid":"b0c22588a667a006","nsp":"/"}
 * </pre>
 *
 * <p>Immutable; safe for use from any thread. Writing throws {@link IllegalArgumentException} if a
 * value can't be written or the message is too large; reading throws {@link ParseException} if the
 * bytes are no message or too many.
 */
public final class ClusterMessageCodec {
  private static final int DEFAULT_MAX_MESSAGE_BYTES = 64 * 1024 * 1024;

  private final JsonCodec json;
  private final MessagePackCodec messagePack;
  private final MessageReader reader;
  private final int maxMessageBytes;

  private ClusterMessageCodec(JsonCodec json, int maxMessageBytes) {
    this.json = json;
    this.messagePack = MessagePackCodec.of(json);
    this.reader = new MessageReader(json);
    this.maxMessageBytes = maxMessageBytes;
  }

  /** A codec on a given JSON library, for messages of up to 64 MiB. */
  public static ClusterMessageCodec of(JsonCodec codec) {
    return new ClusterMessageCodec(
        Objects.requireNonNull(codec, "codec"), DEFAULT_MAX_MESSAGE_BYTES);
  }

  /**
   * A codec on the JSON library that is found on the class or module path.
   *
   * @throws IllegalStateException if there is none; it names the artifacts to choose from
   */
  public static ClusterMessageCodec create() {
    return of(JsonCodecs.find());
  }

  /** This codec with another limit on the bytes of a message, either way; 64 MiB by default. */
  public ClusterMessageCodec maxMessageBytes(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("maxMessageBytes must be positive, not " + limit);
    }
    return new ClusterMessageCodec(json, limit);
  }

  /** What finds messages in JSON, for backends with a layout of their own. */
  public MessageReader reader() {
    return reader;
  }

  // --- writing

  /** Writes a message: as JSON, or as MessagePack if there is binary data in it. */
  public byte[] encode(Envelope envelope) {
    return encode(MessageWriter.envelope(envelope));
  }

  /** Writes the {@code data} of a message: as JSON, or as MessagePack if there is binary in it. */
  public byte[] encodeData(ClusterMessage message) {
    return encode(MessageWriter.data(message));
  }

  /** Writes what {@link MessageWriter} has laid out: as JSON, or as MessagePack where needed. */
  public byte[] encode(Object value) {
    return toJson(value).orElseGet(() -> toMessagePack(value));
  }

  /** Writes what {@link MessageWriter} has laid out as MessagePack. */
  public byte[] toMessagePack(@Nullable Object value) {
    return checked(messagePack.encode(value));
  }

  /**
   * Writes what {@link MessageWriter} has laid out as JSON; empty if there is binary data in it.
   */
  public Optional<byte[]> toJson(@Nullable Object value) {
    List<ByteBuffer> blobs = new ArrayList<>(0);
    byte[] text = write(value, blobs);
    return blobs.isEmpty() ? Optional.of(checked(text)) : Optional.empty();
  }

  /**
   * Writes what {@link MessageWriter} has laid out as JSON, binary data as {@code JSON.stringify}
   * has it: {@code {"type":"Buffer","data":[1,2,3]}}.
   */
  public byte[] toJsonWithBuffers(@Nullable Object value) {
    List<ByteBuffer> blobs = new ArrayList<>(0);
    byte[] text = write(value, blobs);
    if (!blobs.isEmpty()) {
      Object natural = json.decode(text, 0, text.length, Object.class, blobs);
      text = write(NodeBuffers.in(natural), new ArrayList<>(0));
    }
    return checked(text);
  }

  private byte[] write(@Nullable Object value, List<ByteBuffer> blobs) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(256);
    try {
      json.encode(value, out, blobs);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private byte[] checked(byte[] message) {
    if (message.length > maxMessageBytes) {
      throw new IllegalArgumentException(
          "a message of %,d bytes for other nodes is over the limit of %,d (maxMessageBytes)"
              .formatted(message.length, maxMessageBytes));
    }
    return message;
  }

  /** Writes a session, as the official adapter for streams does. */
  public byte[] encodeSession(SocketSession session) {
    return toMessagePack(MessageWriter.session(session));
  }

  // --- reading

  /** Reads a message, in whichever form it is. */
  public Envelope decode(byte[] message) {
    return reader.envelope(toJson(message));
  }

  /**
   * Reads a message of which the backend has the other fields.
   *
   * @param data empty if the message has none
   */
  public Envelope decode(String uid, String namespace, int type, Optional<byte[]> data) {
    Json json = data.map(this::toJson).orElse(null);
    return new Envelope(uid, namespace, reader.message(type, json, namespace));
  }

  /** Reads a session. */
  public SocketSession decodeSession(byte[] session) {
    return reader.session(toJson(session));
  }

  /**
   * Reads bytes in whichever form they are, told by the first one, for {@link #reader()}.
   *
   * @param bytes not changed afterwards
   */
  public Json toJson(byte[] bytes) {
    if (bytes.length > maxMessageBytes) {
      throw new ParseException(
          "a message of %,d bytes is over the limit of %,d (maxMessageBytes)"
              .formatted(bytes.length, maxMessageBytes));
    }
    if (bytes.length == 0 || bytes[0] != '{') {
      return messagePack.decode(bytes);
    }
    try {
      return Json.of(bytes, 0, bytes.length);
    } catch (IllegalArgumentException e) {
      throw new ParseException(String.valueOf(e.getMessage()));
    }
  }
}
