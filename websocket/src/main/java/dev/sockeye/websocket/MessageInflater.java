// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.websocket;

import io.netty.util.concurrent.FastThreadLocal;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Inflates the messages of one peer (RFC 7692, section 7.2.2), as far as the limit allows. For its
 * event loop.
 */
final class MessageInflater {
  /** What the sender has left out. */
  private static final byte[] TAIL = {0, 0, (byte) 0xff, (byte) 0xff};

  /** What a message usually grows to; if it grows further, so does the memory. */
  private static final int USUAL_RATIO = 4;

  private static final int LEAST = 64;

  /** The inflater that the connections of an event loop share. */
  private static final FastThreadLocal<Inflater> SHARED =
      new FastThreadLocal<>() {
        @Override
        protected Inflater initialValue() {
          return new Inflater(true);
        }

        @Override
        protected void onRemoval(Inflater inflater) {
          inflater.end();
        }
      };

  private final int maxMessage;
  private final boolean takeover;

  /** Null until the first message, and always if messages don't refer to those before. */
  private @Nullable Inflater own;

  // The message that is being inflated; empty between two messages.
  private byte[] result = TAIL;
  private int size;

  /**
   * @param maxMessage the size of the largest inflated message that is accepted
   * @param takeover whether messages may refer to those before
   */
  MessageInflater(int maxMessage, boolean takeover) {
    this.maxMessage = maxMessage;
    this.takeover = takeover;
  }

  /**
   * The most that a message of acceptable size may have when it was compressed to no avail, by one
   * who flushes every few bytes.
   */
  int maxCompressed() {
    return maxMessage + (maxMessage >> 3) + LEAST;
  }

  /** The inflated message, in an array of its size. */
  byte[] inflate(byte[] compressed, int length) throws WebSocketException {
    Inflater inflater = inflater();
    long usual = Math.max(LEAST, (long) USUAL_RATIO * length);
    result = new byte[(int) Math.min(maxMessage + 1L, usual)];
    size = 0;
    try {
      inflate(inflater, compressed, length);
      inflate(inflater, TAIL, TAIL.length);
    } catch (DataFormatException e) {
      throw new WebSocketException(
          WebSocketProtocol.INVALID_DATA, "a message can't be inflated: " + e.getMessage());
    }
    byte[] message = size == result.length ? result : Arrays.copyOf(result, size);
    result = TAIL;
    return message;
  }

  private Inflater inflater() {
    if (takeover) {
      if (own == null) {
        own = new Inflater(true);
      }
      return own;
    }
    Inflater shared = SHARED.get();
    shared.reset();
    return shared;
  }

  private void inflate(Inflater inflater, byte[] input, int length)
      throws DataFormatException, WebSocketException {
    inflater.setInput(input, 0, length);
    while (true) {
      size += inflater.inflate(result, size, result.length - size);
      if (size > maxMessage) {
        throw new WebSocketException(
            WebSocketProtocol.TOO_BIG,
            "an inflated message is over the limit of " + maxMessage + " bytes");
      }
      if (size == result.length) {
        result = Arrays.copyOf(result, (int) Math.min(maxMessage + 1L, 2L * size));
      } else if (inflater.finished()) {
        // A sender may end the stream within a message, and begin another (section 7.2.3.5).
        int rest = inflater.getRemaining();
        inflater.reset();
        inflater.setInput(input, length - rest, rest);
      } else {
        return;
      }
    }
  }

  /** Lets the memory go; to be called once, at the end. */
  void release() {
    if (own != null) {
      own.end();
    }
  }
}
