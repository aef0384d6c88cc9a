// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;

/** Reads the content of MessagePack's own extension for moments. */
final class MessagePackTimestamp {
  private static final int SECONDS_BITS = 34;

  private MessagePackTimestamp() {}

  /**
   * The moment.
   *
   * @throws ParseException if it is none
   */
  static Instant read(ByteBuffer content) {
    try {
      return switch (content.remaining()) {
        case 4 -> Instant.ofEpochSecond(Integer.toUnsignedLong(content.getInt()));
        case 8 -> {
          long both = content.getLong();
          yield Instant.ofEpochSecond(both & ((1L << SECONDS_BITS) - 1), both >>> SECONDS_BITS);
        }
        case 12 -> {
          int nanos = content.getInt();
          yield Instant.ofEpochSecond(content.getLong(), nanos);
        }
        default -> throw new ParseException("invalid payload: a timestamp of no known length");
      };
    } catch (DateTimeException e) {
      throw new ParseException("invalid payload: a timestamp out of range");
    }
  }
}
