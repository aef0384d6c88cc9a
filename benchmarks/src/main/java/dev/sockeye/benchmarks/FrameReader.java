// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Finds the WebSocket frames in what a connection reads, without copying a payload. Knows what the
 * benchmarks need: whole messages, each in one frame.
 */
final class FrameReader {
  /** Takes the frames; the payload is valid during the call only. */
  interface Sink {
    /**
     * Takes one frame.
     *
     * @param opcode of the frame, plus {@link Frames#COMPRESSED} if it is compressed
     * @param mask the masking key, 0 if the frame isn't masked
     */
    void frame(int opcode, ByteBuf bytes, int offset, int length, int mask);
  }

  /**
   * The beginning of a frame whose end hasn't been read yet; null between frames. Confined to the
   * event loop.
   */
  private @Nullable ByteBuf rest;

  /** Reads all frames that are complete now, and releases the buffer. */
  void read(ByteBuf read, Sink sink) {
    ByteBuf in = read;
    if (rest != null) {
      in = rest.writeBytes(read);
      read.release();
      rest = null;
    }
    try {
      while (next(in, sink)) {}
      if (in.isReadable()) {
        rest = in.alloc().buffer(in.readableBytes() + 1024).writeBytes(in);
      }
    } finally {
      in.release();
    }
  }

  void release() {
    if (rest != null) {
      rest.release();
      rest = null;
    }
  }

  private static boolean next(ByteBuf in, Sink sink) {
    int readable = in.readableBytes();
    int start = in.readerIndex();
    if (readable < 2) {
      return false;
    }
    int first = in.getByte(start);
    int second = in.getByte(start + 1);
    int length = second & 0x7f;
    int header = 2;
    if (length >= 126) {
      header = length == 126 ? 4 : 10;
      if (readable < header) {
        return false;
      }
      length =
          length == 126 ? in.getUnsignedShort(start + 2) : Math.toIntExact(in.getLong(start + 2));
    }
    boolean masked = second < 0;
    int offset = start + header + (masked ? 4 : 0);
    if (readable < offset - start + length) {
      return false;
    }
    if ((first & 0xb0) != 0x80) {
      throw new IllegalStateException(
          "a frame begins with "
              + Integer.toHexString(first & 0xff)
              + ": only whole messages are known here");
    }
    in.readerIndex(offset + length);
    sink.frame(first & 0x4f, in, offset, length, masked ? in.getInt(offset - 4) : 0);
    return true;
  }

  /** For error messages. */
  static String text(ByteBuf bytes, int offset, int length) {
    return bytes.toString(offset, Math.min(length, 200), StandardCharsets.UTF_8);
  }
}
