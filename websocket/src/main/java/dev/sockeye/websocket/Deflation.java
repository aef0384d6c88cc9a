// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.websocket;

import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.spi.Frame;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.util.concurrent.FastThreadLocal;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/** Compresses the payload of a message (RFC 7692, section 7.2.1). */
final class Deflation {
  /** Ends each flushed block; not sent. */
  private static final int TAIL = 4;

  /** Room for the tail, and enough beyond it for the compressor to show that it has finished. */
  private static final int MARGIN = 16;

  /**
   * The compressors that the connections of an event loop share, by level: to change the level of
   * one would cost it a call that compresses nothing.
   */
  private static final FastThreadLocal<@Nullable Deflater[]> SHARED =
      new FastThreadLocal<>() {
        @Override
        protected @Nullable Deflater[] initialValue() {
          return new @Nullable Deflater[Deflater.BEST_COMPRESSION + 1];
        }

        @Override
        protected void onRemoval(@Nullable Deflater[] deflaters) {
          for (Deflater deflater : deflaters) {
            if (deflater != null) {
              deflater.end();
            }
          }
        }
      };

  private Deflation() {}

  /** A compressor that must be ended. */
  static Deflater create(int level) {
    return new Deflater(level, true);
  }

  /**
   * Compresses a message that refers to no other, on an event loop.
   *
   * @param windowBits how far back the receiver can look
   * @return the compressed payload, to be released; null if it would be no smaller
   */
  static @Nullable ByteBuf alone(
      Frame frame, int level, int windowBits, ByteBufAllocator allocator) {
    Deflater deflater = shared(level);
    deflater.reset();
    return compress(deflater, frame, 1 << windowBits, allocator);
  }

  private static Deflater shared(int level) {
    @Nullable Deflater[] deflaters = SHARED.get();
    Deflater deflater = deflaters[level];
    if (deflater == null) {
      deflater = create(level);
      deflaters[level] = deflater;
    }
    return deflater;
  }

  /**
   * Compresses a message that may refer to those that the same compressor had before.
   *
   * @return the compressed payload, to be released; null if it would be no smaller, and what was
   *     before is forgotten
   */
  static @Nullable ByteBuf after(Deflater deflater, Frame frame, ByteBufAllocator allocator) {
    ByteBuf compressed = compress(deflater, frame, Integer.MAX_VALUE, allocator);
    if (compressed == null) {
      deflater.reset();
    }
    return compressed;
  }

  private static @Nullable ByteBuf compress(
      Deflater deflater, Frame frame, int block, ByteBufAllocator allocator) {
    ByteBuf out = allocator.directBuffer(frame.length() + MARGIN);
    boolean compressed = false;
    try {
      compressed = run(deflater, frame, block, out);
    } finally {
      if (!compressed) {
        out.release();
      }
    }
    return compressed ? out : null;
  }

  /**
   * The JDK's compressor always looks back 32 KiB. For a receiver that can't, the payload is cut
   * into blocks of its window, and a full flush between them makes each refer to itself only.
   */
  private static boolean run(Deflater deflater, Frame frame, int block, ByteBuf out) {
    if (frame.prefix() != Frame.NO_PREFIX) {
      deflater.setInput(new byte[] {(byte) frame.prefix()});
      write(deflater, Deflater.NO_FLUSH, out);
    }
    RawData data = frame.data();
    int done = 0;
    boolean fits;
    do {
      int length = Math.min(block, data.length() - done);
      deflater.setInput(data.array(), data.offset() + done, length);
      done += length;
      boolean last = done == data.length();
      fits = write(deflater, last ? Deflater.SYNC_FLUSH : Deflater.FULL_FLUSH, out);
    } while (fits && done < data.length());
    out.writerIndex(Math.max(0, out.writerIndex() - TAIL));
    return fits && out.readableBytes() < frame.length();
  }

  /** Whether it all found room. */
  private static boolean write(Deflater deflater, int flush, ByteBuf out) {
    int room = out.writableBytes();
    int written = deflater.deflate(out.internalNioBuffer(out.writerIndex(), room), flush);
    out.writerIndex(out.writerIndex() + written);
    return written < room;
  }
}
