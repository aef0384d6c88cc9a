// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

import dev.sockeye.socketio.MessagePackReader.Kind;
import dev.sockeye.socketio.spi.JsonCodec;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Arguments as slices of the packet. What a listener asks for most is read straight from the bytes;
 * the rest is bound by the JSON library.
 */
final class MessagePackArgs implements Args {
  private final JsonCodec codec;
  private final byte[] bytes;
  private final int[] starts;
  private final int first;
  private final int size;

  /**
   * @param starts where each value begins, each directly behind the one before; then the end
   * @param first the value that is the first argument
   */
  MessagePackArgs(JsonCodec codec, byte[] bytes, int[] starts, int first, int size) {
    this.codec = codec;
    this.bytes = bytes;
    this.starts = starts;
    this.first = first;
    this.size = size;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public boolean isNull(int index) {
    return index >= size || isNull(reader(index).next());
  }

  private static boolean isNull(Kind kind) {
    return kind == Kind.NIL || kind == Kind.UNDEFINED;
  }

  @Override
  public @Nullable Object get(int index, Type type) {
    if (index < 0) {
      throw new IndexOutOfBoundsException("argument " + index);
    }
    if (isNull(index)) {
      if (type instanceof Class<?> c && c.isPrimitive()) {
        throw new BindingException(
            index, type, index < size ? "it is null" : "there are only " + size + " arguments");
      }
      return JsonArgs.bind(codec, index, type, Json.NULL);
    }
    Object value = read(reader(index), type);
    return value != null
        ? value
        : JsonArgs.bind(codec, index, type, MessagePackToJson.read(reader(index)));
  }

  /** The value, if it is of just this type; null otherwise. */
  private static @Nullable Object read(MessagePackReader in, Type type) {
    if (type == Object.class) {
      return MessagePackValues.read(in);
    }
    Kind kind = in.next();
    return switch (kind) {
      case STRING -> type == String.class ? in.text() : null;
      case BOOLEAN -> is(type, Boolean.class, boolean.class) ? in.number() != 0 : null;
      case INTEGER -> integer(in.number(), type);
      case FLOAT -> is(type, Double.class, double.class) ? in.real() : null;
      case BLOB -> blob(in, type);
      default -> null;
    };
  }

  private static @Nullable Object integer(long number, Type type) {
    if (is(type, Long.class, long.class)) {
      return number;
    }
    if (number == (int) number && is(type, Integer.class, int.class)) {
      return (int) number;
    }
    return is(type, Double.class, double.class) ? (double) number : null;
  }

  private static boolean is(Type type, Class<?> wrapper, Class<?> primitive) {
    return type == wrapper || type == primitive;
  }

  private static @Nullable Object blob(MessagePackReader in, Type type) {
    if (type == ByteBuffer.class) {
      return in.slice().asReadOnlyBuffer();
    }
    return type == byte[].class ? in.blob() : null;
  }

  private MessagePackReader reader(int index) {
    return new MessagePackReader(bytes, starts[first + index], starts[first + index + 1]);
  }

  /** Writes all arguments as they came. */
  void copyTo(MessagePackWriter out) {
    out.copy(bytes, starts[first], starts[first + size]);
  }

  /** The arguments as JSON. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < size; i++) {
      text.append(i == 0 ? "" : ",").append(MessagePackToJson.read(reader(i)));
    }
    return text.append(']').toString();
  }
}
