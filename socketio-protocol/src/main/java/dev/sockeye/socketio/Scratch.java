// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A growing array in which a packet is written: the JSON first, and then its header in front of it,
 * because the header depends on the attachments that are found while the JSON is written.
 *
 * <p>A few of them are kept for reuse, in a table rather than in thread locals: there may be very
 * many virtual threads. Between {@link #take} and {@link #giveBack} one belongs to its taker alone.
 */
final class Scratch extends OutputStream {
  /** What a header can need besides the namespace: type, count, dash, comma, id. */
  private static final int HEADER_ROOM = 32;

  private static final int INITIAL_SIZE = 1024;
  private static final int MAX_KEPT_SIZE = 64 * 1024;
  private static final char REPLACEMENT = '\uFFFD';

  private static final AtomicReferenceArray<@Nullable Scratch> KEPT =
      new AtomicReferenceArray<>(
          Integer.highestOneBit(Runtime.getRuntime().availableProcessors()) * 4);

  // All three belong to the taker.
  private byte[] array = new byte[INITIAL_SIZE];
  private int start;
  private int end;

  private Scratch() {}

  static Scratch take() {
    Scratch kept = KEPT.getAndSet(slot(), null);
    return kept == null ? new Scratch() : kept;
  }

  void giveBack() {
    if (array.length <= MAX_KEPT_SIZE) {
      KEPT.lazySet(slot(), this);
    }
  }

  private static int slot() {
    long mixed = Thread.currentThread().getId() * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32) & (KEPT.length() - 1);
  }

  /** Empties it and leaves room for a header with a namespace of so many bytes. */
  void reset(int namespaceLength) {
    start = HEADER_ROOM + namespaceLength;
    end = start;
    ensureRoom(0);
  }

  @Override
  public void write(int b) {
    ensureRoom(1);
    array[end++] = (byte) b;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    ensureRoom(length);
    System.arraycopy(bytes, offset, array, end, length);
    end += length;
  }

  /** Writes a string of plain ASCII, which needs no escapes, in quotes. */
  void writeQuoted(String plain) {
    int length = plain.length();
    ensureRoom(length + 2);
    array[end++] = '"';
    for (int i = 0; i < length; i++) {
      array[end++] = (byte) plain.charAt(i);
    }
    array[end++] = '"';
  }

  /** Writes what remains in a buffer, and leaves its position alone. */
  void write(ByteBuffer bytes) {
    int length = bytes.remaining();
    ensureRoom(length);
    bytes.duplicate().get(array, end, length);
    end += length;
  }

  /**
   * Writes a string as UTF-8, a lone surrogate as U+FFFD.
   *
   * @param length how many bytes that are
   */
  void writeUtf8(String text, int length) {
    ensureRoom(length);
    int at = end;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        array[at++] = (byte) c;
      } else if (c < 0x800) {
        array[at++] = (byte) (0xC0 | (c >> 6));
        array[at++] = continuation(c);
      } else if (Utf8.isPair(text, i)) {
        at = writeFour(Character.toCodePoint(c, text.charAt(++i)), at);
      } else {
        at = writeThree(Character.isSurrogate(c) ? REPLACEMENT : c, at);
      }
    }
    end = at;
  }

  private int writeThree(int c, int at) {
    array[at] = (byte) (0xE0 | (c >> 12));
    array[at + 1] = continuation(c >> 6);
    array[at + 2] = continuation(c);
    return at + 3;
  }

  private int writeFour(int c, int at) {
    array[at] = (byte) (0xF0 | (c >> 18));
    array[at + 1] = continuation(c >> 12);
    array[at + 2] = continuation(c >> 6);
    array[at + 3] = continuation(c);
    return at + 4;
  }

  private static byte continuation(int bits) {
    return (byte) (0x80 | (bits & 0x3F));
  }

  private void ensureRoom(int length) {
    int needed = Math.addExact(end, length);
    if (needed > array.length) {
      array = Arrays.copyOf(array, Math.max(needed, (int) Math.min(array.length * 2L, 1 << 30)));
    }
  }

  void prepend(int ascii) {
    array[--start] = (byte) ascii;
  }

  void prepend(byte[] bytes) {
    start -= bytes.length;
    System.arraycopy(bytes, 0, array, start, bytes.length);
  }

  void prependDecimal(long number) {
    long rest = number;
    do {
      prepend('0' + (int) (rest % 10));
      rest /= 10;
    } while (rest > 0);
  }

  byte[] toByteArray() {
    return Arrays.copyOfRange(array, start, end);
  }
}
