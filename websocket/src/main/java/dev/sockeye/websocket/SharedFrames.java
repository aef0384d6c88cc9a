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

  /** The rest of the current slab of each thread. */
  private static final FastThreadLocal<ByteBuffer> SLABS = new FastThreadLocal<>();

  /** What makes the compressed forms, for each level. */
  private static final List<Function<Frame, ByteBuf>> DEFLATING =
      IntStream.rangeClosed(0, 9).mapToObj(SharedFrames::deflatingAt).toList();

  private SharedFrames() {}

  /**
   * What makes the complete frame with a compressed payload; the plain one if that is no larger. On
   * an event loop.
   */
  static Function<Frame, ByteBuf> deflating(int level) {
    return DEFLATING.get(level);
  }

  private static Function<Frame, ByteBuf> deflatingAt(int level) {
    return frame -> buildDeflated(frame, level);
  }

  private static ByteBuf buildDeflated(Frame frame, int level) {
    ByteBuf payload =
        Deflation.alone(frame, level, DeflateTerms.MAX_WINDOW_BITS, PooledByteBufAllocator.DEFAULT);
    if (payload == null) {
      return frame.hostForm(SharedFrames::build);
    }
    int length = payload.readableBytes();
    ByteBuf form = memory(WebSocketProtocol.headerLength(length) + length);
    WebSocketWriter.appendDeflated(Side.SERVER, form, frame, payload);
    return Unpooled.unreleasableBuffer(form);
  }

  /** The complete frame. To be written as a {@link ByteBuf#duplicate()}, or copied. */
  static ByteBuf build(Frame frame) {
    ByteBuf form = memory(WebSocketProtocol.headerLength(frame.length()) + frame.length());
    WebSocketWriter.append(Side.SERVER, form, frame);
    return Unpooled.unreleasableBuffer(form);
  }

  private static ByteBuf memory(int size) {
    return Unpooled.wrappedBuffer(size > MAX_CUT ? allocate(size) : cut(size)).clear();
  }

  private static ByteBuffer cut(int size) {
    ByteBuffer slab = SLABS.getIfExists();
    if (slab == null || slab.remaining() < size) {
      slab = allocate(SLAB);
      SLABS.set(slab);
    }
    ByteBuffer part = slab.slice(slab.position(), size);
    slab.position(slab.position() + size);
    return part;
  }

  private static ByteBuffer allocate(int size) {
    return ByteBuffer.allocateDirect(size);
  }
}
