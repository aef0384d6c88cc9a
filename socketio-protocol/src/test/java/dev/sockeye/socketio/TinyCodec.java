// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sockeye.socketio.spi.JsonCodec;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the simplest values; reads a value as its own text, and as nothing else. */
final class TinyCodec implements JsonCodec {
  @Override
  public void encode(@Nullable Object value, OutputStream out, List<ByteBuffer> attachments)
      throws IOException {
    out.write(json(value, attachments).getBytes(UTF_8));
  }

  private static String json(@Nullable Object value, List<ByteBuffer> attachments) {
    if (value instanceof List<?> list) {
      return list.stream()
          .map(element -> json(element, attachments))
          .collect(Collectors.joining(",", "[", "]"));
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(e -> json(e.getKey(), attachments) + ":" + json(e.getValue(), attachments))
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (value instanceof byte[] bytes) {
      attachments.add(ByteBuffer.wrap(bytes));
      return "{\"_placeholder\":true,\"num\":" + (attachments.size() - 1) + "}";
    }
    if (value instanceof Thread) {
      throw new IllegalArgumentException("threads are no JSON");
    }
    return value instanceof String ? "\"" + value + "\"" : String.valueOf(value);
  }

  @Override
  public @Nullable Object decode(
      byte[] json, int offset, int length, Type type, List<ByteBuffer> attachments) {
    if (type != Object.class && type != String.class) {
      throw new IllegalArgumentException("only texts here");
    }
    String text = new String(json, offset, length, UTF_8);
    return text.equals("null") ? null : text;
  }
}
