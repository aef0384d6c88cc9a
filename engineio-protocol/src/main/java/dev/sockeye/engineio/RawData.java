// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sockeye.engineio.spi.Utf8;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;

/**
 * A text (as UTF-8 bytes) or a binary blob: what an Engine.IO message carries.
 *
 * <p>A slice of an array that nobody changes any more: whoever makes one hands the array over. Safe
 * to share between threads.
 */
public final class RawData {
  private final byte[] array;
  private final int offset;
  private final int length;
  private final boolean binary;

  private RawData(byte[] array, int offset, int length, boolean binary) {
    Objects.checkFromIndexSize(offset, length, array.length);
    this.array = array;
    this.offset = offset;
    this.length = length;
    this.binary = binary;
  }

  /** A text given as UTF-8 bytes, which the caller must not change afterwards. */
  public static RawData text(byte[] utf8, int offset, int length) {
    return new RawData(utf8, offset, length, false);
  }

  /** A text. */
  public static RawData text(String text) {
    byte[] utf8 = text.getBytes(UTF_8);
    return new RawData(utf8, 0, utf8.length, false);
  }

  /** A binary blob, which the caller must not change afterwards. */
  public static RawData binary(byte[] bytes, int offset, int length) {
    return new RawData(bytes, offset, length, true);
  }

  /** A binary blob, which the caller must not change afterwards. */
  public static RawData binary(byte[] bytes) {
    return new RawData(bytes, 0, bytes.length, true);
  }

  /** The remaining bytes of a buffer: shared where it has an accessible array, copied otherwise. */
  public static RawData binary(ByteBuffer buffer) {
    if (buffer.hasArray()) {
      return new RawData(
          buffer.array(), buffer.arrayOffset() + buffer.position(), buffer.remaining(), true);
    }
    byte[] copy = new byte[buffer.remaining()];
    buffer.duplicate().get(copy);
    return new RawData(copy, 0, copy.length, true);
  }

  /** Whether this is a binary blob; a text otherwise. */
  public boolean isBinary() {
    return binary;
  }

  /** The array that holds the bytes, from {@link #offset()} on; not to be changed. */
  public byte[] array() {
    return array;
  }

  /** The index of the first byte in {@link #array()}. */
  public int offset() {
    return offset;
  }

  /** The number of bytes. */
  public int length() {
    return length;
  }

  /** The byte at an index from 0 to {@code length() - 1}. */
  public byte byteAt(int index) {
    return array[offset + Objects.checkIndex(index, length)];
  }

  /**
   * The bytes from {@code from} to the end, sharing the array.
   *
   * @throws IndexOutOfBoundsException if {@code from} is not between 0 and {@code length()}
   */
  public RawData from(int from) {
    Objects.checkFromToIndex(from, length, length);
    return new RawData(array, offset + from, length - from, binary);
  }

  /** Copies the bytes into another array and returns the index after the last one written. */
  public int copyTo(byte[] target, int at) {
    System.arraycopy(array, offset, target, at, length);
    return at + length;
  }

  /** A read-only view of the bytes. */
  public ByteBuffer toByteBuffer() {
    return ByteBuffer.wrap(array, offset, length).slice().asReadOnlyBuffer();
  }

  /** The bytes decoded as UTF-8; malformed input becomes U+FFFD. */
  public String text() {
    return new String(array, offset, length, UTF_8);
  }

  /**
   * The text itself if it is well-formed, else a copy with U+FFFD for what isn't, as Node.js reads
   * it. Without this, one peer's bytes could make the WebSocket of another fail.
   */
  RawData repaired() {
    return Utf8.isValid(array, offset, length) ? this : text(text());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RawData that
        && binary == that.binary
        && Arrays.equals(
            array, offset, offset + length, that.array, that.offset, that.offset + that.length);
  }

  @Override
  public int hashCode() {
    return 31 * toByteBuffer().hashCode() + (binary ? 1 : 0);
  }

  @Override
  public String toString() {
    return binary ? "binary[" + length + "]" : text();
  }
}
