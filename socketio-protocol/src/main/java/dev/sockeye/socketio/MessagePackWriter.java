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
import static dev.sockeye.socketio.MessagePack.FIXED_STRING;
import static dev.sockeye.socketio.MessagePack.FLOAT;
import static dev.sockeye.socketio.MessagePack.JAVASCRIPT;
import static dev.sockeye.socketio.MessagePack.MAP;
import static dev.sockeye.socketio.MessagePack.NIL;
import static dev.sockeye.socketio.MessagePack.SIGNED;
import static dev.sockeye.socketio.MessagePack.STRING;
import static dev.sockeye.socketio.MessagePack.TIMESTAMP;
import static dev.sockeye.socketio.MessagePack.TRUE;
import static dev.sockeye.socketio.MessagePack.UNSIGNED;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * Writes the values of MessagePack, each in the width that npm {@code notepack.io} chooses:
 * integers as short as can be, unsigned unless they are negative; all other numbers in 8 bytes.
 *
 * <p>Passive; used by one thread.
 */
final class MessagePackWriter {
  private static final int FIXED_LENGTHS = 16;
  private static final int FIXED_STRING_LENGTHS = 32;
  private static final double TWO_TO_63 = 0x1p63;

  private final Scratch out;

  MessagePackWriter(Scratch out) {
    this.out = out;
  }

  void nil() {
    out.write(NIL);
  }

  void bool(boolean value) {
    out.write(value ? TRUE : FALSE);
  }

  void integer(long value) {
    if (value >= -FIXED_STRING_LENGTHS && value < FIXED_MAP) {
      out.write((int) value);
    } else if (value >= 0) {
      int size = value >>> 8 == 0 ? 0 : value >>> 16 == 0 ? 1 : value >>> 32 == 0 ? 2 : 3;
      sized(UNSIGNED, size, value);
    } else {
      int size =
          value == (byte) value ? 0 : value == (short) value ? 1 : value == (int) value ? 2 : 3;
      sized(SIGNED, size, value);
    }
  }

  /** An integer of any size; as a number with a fraction where MessagePack has no such integer. */
  void integer(BigInteger value) {
    if (value.bitLength() < Long.SIZE) {
      integer(value.longValue());
    } else if (value.bitLength() == Long.SIZE && value.signum() > 0) {
      sized(UNSIGNED, 3, value.longValue());
    } else {
      sized(FLOAT, 1, 3, Double.doubleToLongBits(value.doubleValue()));
    }
  }

  /** A number of JavaScript, which is an integer if it has no fraction. */
  void real(double value) {
    if (value != Math.rint(value) || value < -TWO_TO_63 || value >= 2 * TWO_TO_63) {
      sized(FLOAT, 1, 3, Double.doubleToLongBits(value));
    } else if (value < TWO_TO_63) {
      integer((long) value);
    } else {
      integer(new BigDecimal(value).toBigInteger());
    }
  }

  void string(String text) {
    int length = Utf8.length(text);
    head(FIXED_STRING, FIXED_STRING_LENGTHS, STRING, 0, length);
    out.writeUtf8(text, length);
  }

  void blob(ByteBuffer bytes) {
    int length = bytes.remaining();
    head(0, 0, BLOB, 0, length);
    out.write(bytes);
  }

  /** A moment, in milliseconds since 1970: JavaScript's Date. */
  void date(long millis) {
    out.write(FIXED_EXTENSION + 3);
    out.write(JAVASCRIPT);
    bytes(millis, Long.BYTES);
  }

  /** A moment: MessagePack's own timestamp. */
  void timestamp(Instant moment) {
    long seconds = moment.getEpochSecond();
    long nanos = moment.getNano();
    if (seconds >>> 34 != 0) {
      out.write(EXTENSION);
      out.write(Integer.BYTES + Long.BYTES);
      out.write(TIMESTAMP);
      bytes(nanos, Integer.BYTES);
      bytes(seconds, Long.BYTES);
    } else if (nanos == 0 && seconds >>> 32 == 0) {
      out.write(FIXED_EXTENSION + 2);
      out.write(TIMESTAMP);
      bytes(seconds, Integer.BYTES);
    } else {
      out.write(FIXED_EXTENSION + 3);
      out.write(TIMESTAMP);
      bytes(nanos << 34 | seconds, Long.BYTES);
    }
  }

  /** The beginning of an array. */
  void array(int elements) {
    head(FIXED_ARRAY, FIXED_LENGTHS, ARRAY, 1, elements);
  }

  /** The beginning of a map. */
  void map(int pairs) {
    head(FIXED_MAP, FIXED_LENGTHS, MAP, 1, pairs);
  }

  /** Values that were written elsewhere. */
  void copy(byte[] bytes, int from, int to) {
    out.write(bytes, from, to - from);
  }

  /**
   * @param fixedLengths how many lengths fit the fixed head
   * @param smallest the size of the smallest length that follows the head of the family, as a power
   *     of two
   */
  private void head(int fixed, int fixedLengths, int family, int smallest, int length) {
    if (length < fixedLengths) {
      out.write(fixed | length);
    } else {
      int size = Math.max(smallest, length >>> 8 == 0 ? 0 : length >>> 16 == 0 ? 1 : 2);
      sized(family, size - smallest, size, length);
    }
  }

  private void sized(int family, int size, long value) {
    sized(family, size, size, value);
  }

  /**
   * @param member which of the family
   * @param size the bytes of the value, as a power of two
   */
  private void sized(int family, int member, int size, long value) {
    out.write(family + member);
    bytes(value, 1 << size);
  }

  private void bytes(long value, int count) {
    for (int shift = (count - 1) * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      out.write((int) (value >>> shift));
    }
  }
}
