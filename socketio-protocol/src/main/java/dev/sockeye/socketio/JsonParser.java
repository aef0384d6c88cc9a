// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sockeye.socketio.spi.EncodedPacket;
import dev.sockeye.socketio.spi.JsonCodec;
import dev.sockeye.socketio.spi.Parser;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The default parser: a packet is a line of text that ends in JSON, followed by its binary
 * attachments as messages of their own.
 *
 * <pre>
 * &lt;type&gt;[&lt;number of attachments&gt;-][&lt;namespace&gt;,][&lt;ack id&gt;][&lt;JSON&gt;]
 *
 * 2["hello",1]                                                 an event
 * 2/admin,13["save",{"a":1}]                                   an event that wants ack 13
 * 51-["file",{"_placeholder":true,"num":0}] and &lt;the bytes&gt;     an event with an attachment
 * </pre>
 *
 * <p>Immutable; safe for use from any thread. Outgoing binary values are not copied: leave their
 * bytes alone once they are sent.
 *
 * <p>Implements "Packet encoding" of the Socket.IO protocol, revision 5.
 */
public final class JsonParser implements Parser {
  private static final int DEFAULT_MAX_ATTACHMENTS = 10;
  private static final int DEFAULT_MAX_NESTING = 500;
  // A level of nesting costs stack when it is read; this many fit the smallest usual stack.
  private static final int HIGHEST_MAX_NESTING = 1000;
  private static final byte[] NO_BYTES = {};

  private final JsonCodec codec;
  private final int maxAttachments;
  private final int maxNesting;
  private final NameTable names = new NameTable();

  private JsonParser(JsonCodec codec, int maxAttachments, int maxNesting) {
    this.codec = codec;
    this.maxAttachments = maxAttachments;
    this.maxNesting = maxNesting;
  }

  /** A parser on a given JSON library. */
  public static JsonParser of(JsonCodec codec) {
    return new JsonParser(
        Objects.requireNonNull(codec, "codec"), DEFAULT_MAX_ATTACHMENTS, DEFAULT_MAX_NESTING);
  }

  /**
   * A parser on the JSON library that is found on the class or module path.
   *
   * @throws IllegalStateException if there is none; it names the artifacts to choose from
   */
  public static JsonParser create() {
    return of(JsonCodecs.find());
  }

  /**
   * This parser with another limit on the attachments of an incoming packet; 10 by default, as in
   * the reference. Outgoing packets have no limit here, but their receiver has one.
   */
  public JsonParser maxAttachments(int limit) {
    if (limit < 0) {
      throw new IllegalArgumentException("maxAttachments must be at least 0, not " + limit);
    }
    return new JsonParser(codec, limit, maxNesting);
  }

  /** This parser with another limit, 1 to 1000, on the depth of incoming JSON; 500 by default. */
  public JsonParser maxNesting(int limit) {
    if (limit < 1 || limit > HIGHEST_MAX_NESTING) {
      throw new IllegalArgumentException(
          "maxNesting must be from 1 to " + HIGHEST_MAX_NESTING + ", not " + limit);
    }
    return new JsonParser(codec, maxAttachments, limit);
  }

  JsonCodec codec() {
    return codec;
  }

  int maxAttachments() {
    return maxAttachments;
  }

  int maxNesting() {
    return maxNesting;
  }

  NameTable names() {
    return names;
  }

  @Override
  public Decoder newDecoder() {
    return new JsonDecoder(this);
  }

  @Override
  public EncodedPacket encode(Packet packet) {
    Scratch scratch = Scratch.take();
    try {
      return encode(packet, scratch);
    } finally {
      scratch.giveBack();
    }
  }

  private EncodedPacket encode(Packet packet, Scratch scratch) {
    byte[] namespace =
        packet.namespace().equals("/") ? NO_BYTES : packet.namespace().getBytes(UTF_8);
    scratch.reset(namespace.length);
    List<ByteBuffer> attachments = new ArrayList<>(0);
    Object data = packet.data();
    if (data != null
        && !(data instanceof List<?> list && Relay.write(packet.type(), list, scratch))) {
      encode(data, scratch, attachments);
    }
    if (packet.id() != Packet.NO_ID) {
      scratch.prependDecimal(packet.id());
    }
    if (namespace.length > 0) {
      scratch.prepend(',');
      scratch.prepend(namespace);
    }
    PacketType type = packet.type();
    if (!attachments.isEmpty()) {
      type = binary(type);
      scratch.prepend('-');
      scratch.prependDecimal(attachments.size());
    }
    scratch.prepend('0' + type.ordinal());
    return new EncodedPacket(ByteBuffer.wrap(scratch.toByteArray()), false, attachments);
  }

  private static PacketType binary(PacketType type) {
    return switch (type) {
      case EVENT -> PacketType.BINARY_EVENT;
      case ACK -> PacketType.BINARY_ACK;
      default -> throw new IllegalArgumentException("the payload of " + type + " can't be binary");
    };
  }

  private void encode(Object data, Scratch scratch, List<ByteBuffer> attachments) {
    try {
      codec.encode(data, scratch, attachments);
    } catch (IllegalArgumentException e) {
      throw data instanceof List<?> list ? culprit(list, e) : e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Finds out which argument it was, which a JSON library says in its own way if at all. */
  private IllegalArgumentException culprit(List<?> data, IllegalArgumentException failure) {
    for (int i = 0; i < data.size(); i++) {
      @Nullable Object value = data.get(i);
      try {
        codec.encode(value, OutputStream.nullOutputStream(), new ArrayList<>());
      } catch (IllegalArgumentException e) {
        return new IllegalArgumentException(
            "value " + i + " of " + data.size() + " can't be sent as JSON: " + e.getMessage(), e);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return failure;
  }
}
