// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.websocket;

import dev.sockeye.engineio.spi.Frame;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.util.concurrent.FastThreadLocal;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Builds frames that go to many recipients: once, in direct memory that belongs to the garbage
 * collector, so that they need no release however many connections hold them and for how long.
 *
 * <p>Direct memory from the JDK is dear to get, so small frames are cut from a slab per thread. The
 * slab lives as long as one of its frames.
 */
final class SharedFrames {
  private static final int SLAB = 16 * 1024;
  private static final int MAX_CUT = SLAB / 8;

  /** The current slab of each thread, to be written on. */
  private static final FastThreadLocal<ByteBuf> SLABS = new FastThreadLocal<>();

  /** What makes the compressed forms, for each level. */
  private static final List<Function<Frame, SharedBytes>> DEFLATING =
      IntStream.rangeClosed(0, 9).mapToObj(SharedFrames::deflatingAt).toList();

  private SharedFrames() {}

  /**
   * What makes the complete frame with a compressed payload; the plain one if that is no larger. On
   * an event loop.
   */
  static Function<Frame, SharedBytes> deflating(int level) {
    return DEFLATING.get(level);
  }

  private static Function<Frame, SharedBytes> deflatingAt(int level) {
    return frame -> buildDeflated(frame, level);
  }

  private static SharedBytes buildDeflated(Frame frame, int level) {
    ByteBuf payload =
        Deflation.alone(frame, level, DeflateTerms.MAX_WINDOW_BITS, PooledByteBufAllocator.DEFAULT);
    if (payload == null) {
      return frame.hostForm(SharedFrames::build);
    }
    int length = payload.readableBytes();
    ByteBuf out = room(WebSocketProtocol.headerLength(length) + length);
    int start = out.writerIndex();
    WebSocketWriter.appendDeflated(Side.SERVER, out, frame, payload);
    return written(out, start);
  }

  /** The complete frame. */
  static SharedBytes build(Frame frame) {
    ByteBuf out = room(WebSocketProtocol.headerLength(frame.length()) + frame.length());
    int start = out.writerIndex();
    WebSocketWriter.append(Side.SERVER, out, frame);
    return written(out, start);
  }

  private static SharedBytes written(ByteBuf out, int start) {
    return new SharedBytes(out, start, out.writerIndex());
  }

  /** Memory with room for a frame, from its writer index on: the thread's slab if that will do. */
  private static ByteBuf room(int size) {
    if (size > MAX_CUT) {
      return allocate(size);
    }
    ByteBuf slab = SLABS.getIfExists();
    if (slab == null || slab.writableBytes() < size) {
      slab = allocate(SLAB);
      SLABS.set(slab);
    }
    return slab;
  }

  private static ByteBuf allocate(int size) {
    ByteBuf memory = Unpooled.wrappedBuffer(ByteBuffer.allocateDirect(size));
    return Unpooled.unreleasableBuffer(memory).clear();
  }
}
