// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

import static dev.sockeye.socketio.MessagePack.ARRAY;
import static dev.sockeye.socketio.MessagePack.BLOB;
import static dev.sockeye.socketio.MessagePack.EXTENSION;
import static dev.sockeye.socketio.MessagePack.FALSE;
import static dev.sockeye.socketio.MessagePack.FIXED_ARRAY;
import static dev.sockeye.socketio.MessagePack.FIXED_EXTENSION;
import static dev.sockeye.socketio.MessagePack.FIXED_MAP;
import static dev.sockeye.socketio.MessagePack.FIXED_NEGATIVE;
import static dev.sockeye.socketio.MessagePack.FIXED_STRING;
import static dev.sockeye.socketio.MessagePack.FLOAT;
import static dev.sockeye.socketio.MessagePack.JAVASCRIPT;
import static dev.sockeye.socketio.MessagePack.MAP;
import static dev.sockeye.socketio.MessagePack.NIL;
import static dev.sockeye.socketio.MessagePack.SIGNED;
import static dev.sockeye.socketio.MessagePack.STRING;
import static dev.sockeye.socketio.MessagePack.TRUE;
import static dev.sockeye.socketio.MessagePack.UNSIGNED;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Reads MessagePack value by value: {@link #next} tells the kind, the other methods the content.
 * The elements of an array, and the keys and values of a map, are the values that follow.
 *
 * <p>Never reads over the end and reserves no memory. Passive; used by one thread.
 */
final class MessagePackReader {
  enum Kind {
    NIL,
    UNDEFINED,
    BOOLEAN,
    /** {@link #number}. */
    INTEGER,
    /** {@link #number}, as an unsigned one; above what a long can be. */
    UNSIGNED,
    /** {@link #real}. */
    FLOAT,
    /** {@link #text}; whether it is UTF-8 hasn't been checked. */
    STRING,
    /** {@link #blob}. */
    BLOB,
    /** {@link #length} elements. */
    ARRAY,
    /** {@link #length} pairs of a key and a value. */
    MAP,
    /** {@link #number} milliseconds since 1970. */
    DATE,
    /** {@link #blob}, of the type {@link #number}. */
    EXTENSION
  }

  private final byte[] bytes;
  private final int end;
  private int at;

  // Of the value read last; each as far as its kind has one.
  private int start;
  private int length;
  private long number;

  MessagePackReader(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.at = from;
    this.end = to;
  }

  /** Where the next value begins. */
  int at() {
    return at;
  }

  void seek(int index) {
    at = index;
  }

  boolean isAtEnd() {
    return at == end;
  }

  /**
   * Reads a value, of an array or a map only the beginning.
   *
   * @throws ParseException if there is none, or not all of it
   */
  Kind next() {
    int head = (int) unsigned(1);
    if (head < FIXED_MAP || head >= FIXED_NEGATIVE) {
      return scalar(Kind.INTEGER, (byte) head);
    }
    if (head < FIXED_ARRAY) {
      return container(Kind.MAP, head - FIXED_MAP);
    }
    if (head < FIXED_STRING) {
      return container(Kind.ARRAY, head - FIXED_ARRAY);
    }
    if (head < NIL) {
      return content(Kind.STRING, head - FIXED_STRING);
    }
    return switch (head) {
      case NIL -> Kind.NIL;
      case FALSE, TRUE -> scalar(Kind.BOOLEAN, head - FALSE);
      case BLOB, BLOB + 1, BLOB + 2 -> content(Kind.BLOB, unsigned(1 << (head - BLOB)));
      case EXTENSION, EXTENSION + 1, EXTENSION + 2 -> extension(1 << (head - EXTENSION));
      case FLOAT -> scalar(Kind.FLOAT, widened((int) unsigned(4)));
      case FLOAT + 1 -> scalar(Kind.FLOAT, unsigned(8));
      case UNSIGNED, UNSIGNED + 1, UNSIGNED + 2 ->
          scalar(Kind.INTEGER, unsigned(1 << (head - UNSIGNED)));
      case UNSIGNED + 3 -> {
        long value = unsigned(8);
        yield scalar(value < 0 ? Kind.UNSIGNED : Kind.INTEGER, value);
      }
      case SIGNED, SIGNED + 1, SIGNED + 2, SIGNED + 3 ->
          scalar(Kind.INTEGER, signed(1 << (head - SIGNED)));
      case FIXED_EXTENSION,
          FIXED_EXTENSION + 1,
          FIXED_EXTENSION + 2,
          FIXED_EXTENSION + 3,
          FIXED_EXTENSION + 4 ->
          fixedExtension(1 << (head - FIXED_EXTENSION));
      case STRING, STRING + 1, STRING + 2 -> content(Kind.STRING, unsigned(1 << (head - STRING)));
      case ARRAY, ARRAY + 1 -> container(Kind.ARRAY, unsigned(2 << (head - ARRAY)));
      case MAP, MAP + 1 -> container(Kind.MAP, unsigned(2 << (head - MAP)));
      default -> throw invalid("the byte " + head);
    };
  }

  private static long widened(int floatBits) {
    return Double.doubleToRawLongBits(Float.intBitsToFloat(floatBits));
  }

  private Kind scalar(Kind kind, long value) {
    number = value;
    return kind;
  }

  private Kind extension(int lengthBytes) {
    long size = unsigned(lengthBytes);
    number = signed(1);
    content(Kind.EXTENSION, size);
    return number == JAVASCRIPT ? Kind.BLOB : Kind.EXTENSION;
  }

  private Kind fixedExtension(int size) {
    number = signed(1);
    boolean known = number == JAVASCRIPT;
    if (known && size == Long.BYTES) {
      return scalar(Kind.DATE, unsigned(Long.BYTES));
    }
    content(Kind.EXTENSION, size);
    return known && size == 1 ? Kind.UNDEFINED : Kind.EXTENSION;
  }

  private Kind content(Kind kind, long size) {
    start = at;
    length = claimed(size, 1);
    at += length;
    return kind;
  }

  private Kind container(Kind kind, long size) {
    length = claimed(size, kind == Kind.MAP ? 2 : 1);
    return kind;
  }

  /** A length, which the bytes that are left must bear out. */
  private int claimed(long size, int bytesEach) {
    if (size > (end - at) / bytesEach) {
      throw invalid("a length of " + size + " with " + (end - at) + " bytes left");
    }
    return (int) size;
  }

  private long signed(int size) {
    int unused = Long.SIZE - Byte.SIZE * size;
    return unsigned(size) << unused >> unused;
  }

  private long unsigned(int size) {
    if (size > end - at) {
      throw invalid("an end in the middle of a value");
    }
    long value = 0;
    for (int i = 0; i < size; i++) {
      value = (value << Byte.SIZE) | (bytes[at++] & 0xFF);
    }
    return value;
  }

  private ParseException invalid(String what) {
    return new ParseException("invalid payload: not MessagePack, " + what + " at byte " + at);
  }

  // --- the content of the value read last

  long number() {
    return number;
  }

  double real() {
    return Double.longBitsToDouble(number);
  }

  /** The bytes of a string or blob; the elements of an array; the pairs of a map. */
  int length() {
    return length;
  }

  /** The array in which a string or blob lies. */
  byte[] bytes() {
    return bytes;
  }

  /** The index of the first byte of a string or blob. */
  int start() {
    return start;
  }

  String text() {
    return new String(bytes, start, length, UTF_8);
  }

  /** A view of a string or blob. */
  ByteBuffer slice() {
    return ByteBuffer.wrap(bytes, start, length).slice();
  }

  /** A copy of a string or blob. */
  byte[] blob() {
    return Arrays.copyOfRange(bytes, start, start + length);
  }
}
