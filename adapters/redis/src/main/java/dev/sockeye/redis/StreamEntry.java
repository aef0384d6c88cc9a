// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sockeye.socketio.ParseException;
import dev.sockeye.socketio.adapter.spi.ClusterMessage;
import dev.sockeye.socketio.adapter.spi.ClusterMessageCodec;
import dev.sockeye.socketio.adapter.spi.Envelope;
import dev.sockeye.socketio.adapter.spi.MessageWriter;
import io.lettuce.core.StreamMessage;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a stream: a message as npm {@code @socket.io/redis-streams-adapter} writes it.
 *
 * <pre>
 * uid  5eb47d9f8c67c8ba
 * nsp  /
 * type 3
 * data {"packet":{"type":2,"data":["hi"]},"opts":{"rooms":[],"except":[],"flags":{}}}
 * </pre>
 *
 * <p>{@code data} is Base64 of MessagePack where there is binary data in it.
 */
record StreamEntry(StreamOffset id, Map<String, byte[]> fields) {
  static StreamEntry of(StreamMessage<String, byte[]> message) {
    Map<String, byte[]> body = message.getBody();
    return new StreamEntry(StreamOffset.parse(message.getId()), body == null ? Map.of() : body);
  }

  /**
   * The fields of a message.
   *
   * @param asText whether binary data is to be written as text, too
   */
  static Map<String, byte[]> fields(Envelope envelope, ClusterMessageCodec codec, boolean asText) {
    ClusterMessage message = envelope.message();
    byte[] data =
        asText ? codec.toJsonWithBuffers(MessageWriter.data(message)) : codec.encodeData(message);
    Map<String, byte[]> fields = new LinkedHashMap<>();
    fields.put("uid", envelope.uid().getBytes(UTF_8));
    fields.put("nsp", envelope.namespace().getBytes(UTF_8));
    fields.put("type", Integer.toString(message.type()).getBytes(ISO_8859_1));
    fields.put("data", isJson(data) ? data : Base64.getEncoder().encode(data));
    return fields;
  }

  private static boolean isJson(byte[] data) {
    return data.length > 0 && data[0] == '{';
  }

  /** The sender; "" if none is named. */
  String uid() {
    return text("uid");
  }

  /** The namespace; "" if none is named. */
  String namespace() {
    return text("nsp");
  }

  private String text(String field) {
    byte[] value = fields.get(field);
    return value == null ? "" : new String(value, UTF_8);
  }

  /**
   * The message.
   *
   * @throws ParseException if it is none
   */
  Envelope envelope(ClusterMessageCodec codec) {
    try {
      return codec.decode(
          uid(), namespace(), Integer.parseInt(text("type")), Optional.ofNullable(data()));
    } catch (IllegalArgumentException e) {
      throw new ParseException("entry " + id + " is no message: " + e.getMessage());
    }
  }

  private byte @Nullable [] data() {
    byte[] data = fields.get("data");
    return data == null || isJson(data) ? data : Base64.getDecoder().decode(data);
  }
}
