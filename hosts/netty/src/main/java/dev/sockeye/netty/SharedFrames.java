// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import dev.sockeye.engineio.server.spi.Frame;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.util.concurrent.FastThreadLocal;
import java.nio.ByteBuffer;

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

  private SharedFrames() {}

  /** The complete frame. To be written as a {@link ByteBuf#duplicate()}, or copied. */
  static ByteBuf build(Frame frame) {
    int size = WebSocketProtocol.headerLength(frame.length()) + frame.length();
    ByteBuf form = Unpooled.wrappedBuffer(size > MAX_CUT ? allocate(size) : cut(size)).clear();
    WebSocketWriter.append(form, frame);
    return Unpooled.unreleasableBuffer(form);
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
