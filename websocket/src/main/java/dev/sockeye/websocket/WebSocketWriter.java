// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.websocket;

import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.spi.Frame;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundInvoker;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the frames of one tick into as few buffers as it can. Holds no memory between a {@link
 * #flush()} and the next frame. For the channel's event loop.
 */
final class WebSocketWriter {
  /** What most replies of a tick fit in. */
  private static final int FIRST_CAPACITY = 512;

  /** From here on bytes are handed to the channel, so that its writability tells the truth. */
  private static final int MAX_GATHERED = 64 * 1024;

  /** Up to here copying a shared frame is cheaper than a buffer of its own. */
  private static final int MAX_COPIED = 4 * 1024;

  private final Side side;
  private final ByteBufAllocator allocator;

  /** What is written to: the channel, or a place in its pipeline. */
  private ChannelOutboundInvoker outbound;

  /** Null if compression was not agreed on. */
  private final @Nullable MessageDeflater deflater;

  /** Frames not yet handed to the channel; null if there are none. */
  private @Nullable ByteBuf gathered;

  /**
   * A shared frame not yet handed to the channel, which no other precedes; null if there is none.
   */
  private @Nullable SharedBytes shared;

  /** The end of {@link #shared}, or of the last frame that follows it in the same memory. */
  private int sharedEnd;

  /**
   * @param side which end writes
   * @param deflater for messages that are to be compressed; null if none is
   */
  WebSocketWriter(Side side, Channel channel, @Nullable MessageDeflater deflater) {
    this.side = side;
    this.allocator = channel.alloc();
    this.outbound = channel;
    this.deflater = deflater;
  }

  /** Writes to a handler's place in the channel's pipeline from now on, a shorter way. */
  void writeTo(ChannelHandlerContext place) {
    outbound = place;
  }

  /** Queues a message. */
  void append(Frame frame) {
    if (deflater != null && deflater.isFor(frame)) {
      appendDeflated(frame, deflater);
    } else {
      appendPlain(frame);
    }
  }

  private void appendDeflated(Frame frame, MessageDeflater deflater) {
    if (isShared(frame) && deflater.canShare()) {
      deflater.forget();
      appendShared(frame.compressedForm(SharedFrames.deflating(deflater.level())));
      return;
    }
    ByteBuf payload = deflater.deflate(frame, allocator);
    if (payload == null) {
      appendPlain(frame);
      return;
    }
    ByteBuf out = room(frameLength(payload.readableBytes()));
    appendDeflated(side, out, frame, payload);
    handOverIfMuch();
  }

  private void appendPlain(Frame frame) {
    if (isShared(frame)) {
      appendShared(frame.hostForm(SharedFrames::build));
    } else {
      append(side, room(frameLength(frame.length())), frame);
      handOverIfMuch();
    }
  }

  /** Queues a pong or a close frame. */
  void appendControl(int opcode, byte[] payload) {
    ByteBuf out = room(frameLength(payload.length));
    int mask = appendHeader(side, out, opcode, payload.length);
    out.writeBytes(payload);
    mask(out, payload.length, mask);
    handOverIfMuch();
  }

  /** Queues a close frame. */
  void appendClose(int code) {
    appendControl(
        WebSocketProtocol.CLOSE,
        code == WebSocketProtocol.NO_CODE
            ? new byte[0]
            : new byte[] {(byte) (code >> 8), (byte) code});
  }

  /** Writes what was queued. */
  void flush() {
    handOver();
    outbound.flush();
  }

  /** Forgets what was queued. */
  void release() {
    shared = null;
    if (gathered != null) {
      gathered.release();
      gathered = null;
    }
  }

  /** Lets the compressor's memory go; to be called once, when no message follows. */
  void close() {
    if (deflater != null) {
      deflater.release();
    }
  }

  /** Appends a complete frame. */
  static void append(Side side, ByteBuf out, Frame frame) {
    int mask = appendHeader(side, out, opcode(frame), frame.length());
    if (frame.prefix() != Frame.NO_PREFIX) {
      out.writeByte(frame.prefix());
    }
    RawData data = frame.data();
    out.writeBytes(data.array(), data.offset(), data.length());
    mask(out, frame.length(), mask);
  }

  /** Appends a complete frame with a compressed payload, which is released. */
  static void appendDeflated(Side side, ByteBuf out, Frame frame, ByteBuf payload) {
    int length = payload.readableBytes();
    int mask = appendHeader(side, out, WebSocketProtocol.RSV1 | opcode(frame), length);
    out.writeBytes(payload);
    payload.release();
    mask(out, length, mask);
  }

  /** Whether one form of a frame serves all its recipients: masked ones differ. */
  private boolean isShared(Frame frame) {
    return frame.isShared() && side == Side.SERVER;
  }

  private int frameLength(int payload) {
    return WebSocketProtocol.headerLength(payload)
        + (side == Side.CLIENT ? Integer.BYTES : 0)
        + payload;
  }

  private static int opcode(Frame frame) {
    return frame.isBinary() ? WebSocketProtocol.BINARY : WebSocketProtocol.TEXT;
  }

  /** Returns the masking key; 0, which changes nothing, if there is none. */
  private static int appendHeader(Side side, ByteBuf out, int opcode, int length) {
    int masked = side == Side.CLIENT ? WebSocketProtocol.MASK : 0;
    out.writeByte(WebSocketProtocol.FIN | opcode);
    if (length < WebSocketProtocol.LENGTH_16) {
      out.writeByte(masked | length);
    } else if (length <= 0xffff) {
      out.writeByte(masked | WebSocketProtocol.LENGTH_16).writeShort(length);
    } else {
      out.writeByte(masked | WebSocketProtocol.LENGTH_64).writeLong(length);
    }
    if (masked == 0) {
      return 0;
    }
    int mask = ThreadLocalRandom.current().nextInt();
    out.writeInt(mask);
    return mask;
  }

  /** Masks the bytes written last, in place and eight at a time. */
  private static void mask(ByteBuf out, int length, int mask) {
    if (mask == 0) {
      return;
    }
    long wide = ((long) mask << 32) | (mask & 0xffffffffL);
    int end = out.writerIndex();
    int i = end - length;
    for (; i <= end - Long.BYTES; i += Long.BYTES) {
      out.setLong(i, out.getLong(i) ^ wide);
    }
    for (int shift = 24; i < end; i++, shift = (shift - 8) & 31) {
      out.setByte(i, out.getByte(i) ^ (mask >>> shift));
    }
  }

  private void appendShared(SharedBytes next) {
    if (shared != null && next.follow(shared, sharedEnd)) {
      // Broadcasts of one tick: they lie in line, so that nobody's copy is needed.
      sharedEnd = next.end();
    } else if (gathered == null && shared == null) {
      startShared(next);
    } else if (next.length() <= MAX_COPIED) {
      next.copyTo(next.end(), room(next.length()));
      handOverIfMuch();
    } else {
      handOver();
      startShared(next);
    }
  }

  private void startShared(SharedBytes first) {
    shared = first;
    sharedEnd = first.end();
  }

  /** The gathering buffer with room for some bytes more. */
  private ByteBuf room(int size) {
    if (shared != null) {
      gatherShared(shared, size);
    }
    if (gathered != null && size > gathered.maxFastWritableBytes() && size > MAX_COPIED) {
      // Growing would copy what is there; two buffers cost less.
      handOver();
    }
    if (gathered == null) {
      gathered = allocator.directBuffer(Math.max(FIRST_CAPACITY, size));
    }
    return gathered;
  }

  private void gatherShared(SharedBytes first, int more) {
    int length = sharedEnd - first.start();
    if (length > MAX_COPIED) {
      handOver();
      return;
    }
    gathered = allocator.directBuffer(Math.max(FIRST_CAPACITY, length + more));
    first.copyTo(sharedEnd, gathered);
    shared = null;
  }

  private void handOverIfMuch() {
    if (gathered != null && gathered.readableBytes() >= MAX_GATHERED) {
      handOver();
    }
  }

  private void handOver() {
    if (shared != null) {
      SharedBytes first = shared;
      shared = null;
      Wire.write(outbound, first.bufferTo(sharedEnd));
    } else if (gathered != null) {
      ByteBuf out = gathered;
      gathered = null;
      Wire.write(outbound, out);
    }
  }
}
