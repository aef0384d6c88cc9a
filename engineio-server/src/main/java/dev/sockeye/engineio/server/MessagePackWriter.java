// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sockeye.engineio.RawData;
import java.util.Arrays;

/**
 * Writes MessagePack, as much of it as the cluster's messages need; each value as short as can be.
 */
final class MessagePackWriter {
  private byte[] bytes = new byte[256];
  private int size;

  /** Begins a map of up to 15 entries, whose keys and values follow. */
  MessagePackWriter map(int entries) {
    return put(0x80 | entries);
  }

  /** Begins an array, whose values follow. */
  MessagePackWriter array(int length) {
    return length < 16
        ? put(0x90 | length)
        : length < 1 << 16 ? put(0xdc).put(length >> 8).put(length) : put(0xdd).fixed(length);
  }

  MessagePackWriter text(String text) {
    byte[] utf8 = text.getBytes(UTF_8);
    return textHeader(utf8.length).raw(utf8, 0, utf8.length);
  }

  MessagePackWriter number(long value) {
    if (value < 0) {
      throw new IllegalArgumentException("not a number that is written here: " + value);
    }
    if (value < 0x80) {
      return put((int) value);
    }
    if (value < 0x100) {
      return put(0xcc).put((int) value);
    }
    if (value < 0x10000) {
      return put(0xcd).put((int) (value >> 8)).put((int) value);
    }
    return value < 1L << 32
        ? put(0xce).fixed((int) value)
        : put(0xcf).fixed((int) (value >> 32)).fixed((int) value);
  }

  MessagePackWriter bool(boolean value) {
    return put(value ? 0xc3 : 0xc2);
  }

  /** A text or a blob. */
  MessagePackWriter data(RawData data) {
    if (data.isBinary()) {
      binaryHeader(data.length());
    } else {
      textHeader(data.length());
    }
    return raw(data.array(), data.offset(), data.length());
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  private MessagePackWriter textHeader(int length) {
    if (length < 32) {
      return put(0xa0 | length);
    }
    if (length < 0x100) {
      return put(0xd9).put(length);
    }
    return length < 0x10000 ? put(0xda).put(length >> 8).put(length) : put(0xdb).fixed(length);
  }

  private void binaryHeader(int length) {
    if (length < 0x100) {
      put(0xc4).put(length);
    } else if (length < 0x10000) {
      put(0xc5).put(length >> 8).put(length);
    } else {
      put(0xc6).fixed(length);
    }
  }

  private MessagePackWriter fixed(int value) {
    return put(value >> 24).put(value >> 16).put(value >> 8).put(value);
  }

  private MessagePackWriter put(int value) {
    reserve(1);
    bytes[size++] = (byte) value;
    return this;
  }

  private MessagePackWriter raw(byte[] from, int offset, int length) {
    reserve(length);
    System.arraycopy(from, offset, bytes, size, length);
    size += length;
    return this;
  }

  private void reserve(int more) {
    int needed = Math.addExact(size, more);
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, (int) Math.max(needed, Math.min(2L * bytes.length, 1 << 30)));
    }
  }
}
