// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sockeye.socketio.spi.JsonCodec;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arguments as slices of the packet's text. */
public final class JsonArgs implements Args {
  private static final int MAX_QUOTED = 60;

  private final JsonCodec codec;
  private final byte[] json;
  private final int[] bounds;
  private final int first;
  private final int size;
  private final List<ByteBuffer> attachments;

  /**
   * @param bounds the start and the end of each element in turn
   * @param first the element that is the first argument
   */
  JsonArgs(
      JsonCodec codec,
      byte[] json,
      int[] bounds,
      int first,
      int size,
      List<ByteBuffer> attachments) {
    this.codec = codec;
    this.json = json;
    this.bounds = bounds;
    this.first = first;
    this.size = size;
    this.attachments = attachments;
  }

  /** One argument, as if it had been received in a packet of its own. */
  public static Args of(JsonCodec codec, Json argument) {
    int from = argument.offset();
    int[] bounds = {from, from + argument.length()};
    return new JsonArgs(codec, argument.array(), bounds, 0, 1, argument.attachments());
  }

  @Override
  public int size() {
    return size;
  }

  private int start(int index) {
    return bounds[2 * (first + index)];
  }

  private int end(int index) {
    return bounds[2 * (first + index) + 1];
  }

  @Override
  public boolean isNull(int index) {
    return index >= size || json[start(index)] == 'n';
  }

  @Override
  public @Nullable Object get(int index, Type type) {
    if (index < 0) {
      throw new IndexOutOfBoundsException("argument " + index);
    }
    if (isNull(index) && type instanceof Class<?> c && c.isPrimitive()) {
      throw new BindingException(
          index, type, index < size ? "it is null" : "there are only " + size + " arguments");
    }
    return bind(codec, index, type, index < size ? json(index) : Json.NULL);
  }

  /** Binds an argument that has been found. */
  static @Nullable Object bind(JsonCodec codec, int index, Type type, Json value) {
    if (type == Json.class) {
      return value;
    }
    try {
      return codec.decode(value.array(), value.offset(), value.length(), type, value.attachments());
    } catch (IllegalArgumentException e) {
      throw new BindingException(index, type, "it is " + quote(value) + ": " + e.getMessage(), e);
    }
  }

  @Override
  public Object raw(int index) {
    return index < size ? json(index) : Json.NULL;
  }

  private Json json(int index) {
    return new Json(json, start(index), end(index) - start(index), attachments);
  }

  private static String quote(Json value) {
    return value.length() <= MAX_QUOTED
        ? value.toString()
        : new String(value.array(), value.offset(), MAX_QUOTED, UTF_8) + "…";
  }

  @Override
  public String toString() {
    return "["
        + (size == 0 ? "" : new String(json, start(0), end(size - 1) - start(0), UTF_8))
        + "]";
  }
}
