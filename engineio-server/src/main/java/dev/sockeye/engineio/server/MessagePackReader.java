// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sockeye.engineio.RawData;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads MessagePack into maps, lists, {@link Double}s, {@link Boolean}s, and texts and blobs as
 * {@link RawData}, slices of the bytes. What JavaScript has no plain value for (extensions) is null
 * too.
 */
final class MessagePackReader {
  /** More than any message has; a text of brackets must not overflow the stack. */
  private static final int MAX_DEPTH = 16;

  private final ByteBuffer in;

  private MessagePackReader(byte[] bytes) {
    in = ByteBuffer.wrap(bytes);
  }

  /**
   * Reads the one value that bytes hold.
   *
   * @throws IllegalArgumentException if they hold something else
   */
  static @Nullable Object read(byte[] bytes) {
    MessagePackReader reader = new MessagePackReader(bytes);
    try {
      Object value = reader.value(MAX_DEPTH);
      if (reader.in.hasRemaining()) {
        throw new IllegalArgumentException("bytes follow after the value");
      }
      return value;
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("the value is cut off", e);
    }
  }

  private @Nullable Object value(int depth) {
    if (depth == 0) {
      throw new IllegalArgumentException("more than " + MAX_DEPTH + " values in each other");
    }
    int head = in.get();
    if (head >= -0x20) {
      return (double) head;
    }
    int first = head & 0xff;
    if (first < 0xc0) {
      return first < 0x90
          ? map(first & 0x0f, depth)
          : first < 0xa0 ? array(first & 0x0f, depth) : data(first & 0x1f, false);
    }
    return switch (first) {
      case 0xc0 -> null;
      case 0xc2 -> false;
      case 0xc3 -> true;
      case 0xc4 -> data(in.get() & 0xff, true);
      case 0xc5 -> data(in.getShort() & 0xffff, true);
      case 0xc6 -> data(in.getInt(), true);
      case 0xca -> (double) in.getFloat();
      case 0xcb -> in.getDouble();
      case 0xcc -> (double) (in.get() & 0xff);
      case 0xcd -> (double) (in.getShort() & 0xffff);
      case 0xce -> (double) (in.getInt() & 0xffff_ffffL);
      case 0xcf, 0xd3 -> (double) in.getLong();
      case 0xd0 -> (double) in.get();
      case 0xd1 -> (double) in.getShort();
      case 0xd2 -> (double) in.getInt();
      case 0xd9 -> data(in.get() & 0xff, false);
      case 0xda -> data(in.getShort() & 0xffff, false);
      case 0xdb -> data(in.getInt(), false);
      case 0xdc -> array(in.getShort() & 0xffff, depth);
      case 0xdd -> array(in.getInt(), depth);
      case 0xde -> map(in.getShort() & 0xffff, depth);
      case 0xdf -> map(in.getInt(), depth);
      default -> extension(first);
    };
  }

  private RawData data(int length, boolean binary) {
    int from = skip(length);
    return binary
        ? RawData.binary(in.array(), from, length)
        : RawData.text(in.array(), from, length);
  }

  private List<@Nullable Object> array(int length, int depth) {
    checkCount(length);
    // Room for what comes only: arrays in each other may all claim the same bytes.
    List<@Nullable Object> values = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      values.add(value(depth - 1));
    }
    return values;
  }

  private Map<String, @Nullable Object> map(int entries, int depth) {
    checkCount(entries);
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (int i = 0; i < entries; i++) {
      if (!(value(depth - 1) instanceof RawData key)) {
        throw new IllegalArgumentException("a key that is no text");
      }
      values.put(new String(key.array(), key.offset(), key.length(), UTF_8), value(depth - 1));
    }
    return values;
  }

  /** Each value takes a byte at least, so that a larger count is refused at once. */
  private void checkCount(int count) {
    if (count < 0 || count > in.remaining()) {
      throw new IllegalArgumentException("the value is cut off");
    }
  }

  private @Nullable Object extension(int first) {
    int length =
        switch (first) {
          case 0xd4, 0xd5, 0xd6, 0xd7, 0xd8 -> 1 << (first - 0xd4);
          case 0xc7 -> in.get() & 0xff;
          case 0xc8 -> in.getShort() & 0xffff;
          case 0xc9 -> in.getInt();
          default -> throw new IllegalArgumentException("no value begins with " + first);
        };
    in.get();
    skip(length);
    return null;
  }

  private int skip(int length) {
    checkCount(length);
    int from = in.position();
    in.position(from + length);
    return from;
  }
}
