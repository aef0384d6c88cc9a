// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.spi.Frame;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
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

  private final Channel channel;

  /** Null if compression was not agreed on. */
  private final @Nullable MessageDeflater deflater;

  /** Frames not yet handed to the channel; null if there are none. */
  private @Nullable ByteBuf gathered;

  /** A shared frame that waits alone, to see whether others follow; null if there is none. */
  private @Nullable ByteBuf alone;

  /**
   * @param deflater for messages that are to be compressed; null if none is
   */
  WebSocketWriter(Channel channel, @Nullable MessageDeflater deflater) {
    this.channel = channel;
    this.deflater = deflater;
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
    if (frame.isShared() && deflater.canShare()) {
      deflater.forget();
      appendShared(frame.compressedForm(SharedFrames.deflating(deflater.level())));
      return;
    }
    ByteBuf payload = deflater.deflate(frame, channel.alloc());
    if (payload == null) {
      appendPlain(frame);
      return;
    }
    int length = payload.readableBytes();
    appendDeflated(room(WebSocketProtocol.headerLength(length) + length), frame, payload);
    handOverIfMuch();
  }

  private void appendPlain(Frame frame) {
    if (frame.isShared()) {
      appendShared(frame.hostForm(SharedFrames::build));
    } else {
      int length = frame.length();
      append(room(WebSocketProtocol.headerLength(length) + length), frame);
      handOverIfMuch();
    }
  }

  /** Queues a pong or a close frame. */
  void appendControl(int opcode, byte[] payload) {
    ByteBuf out = room(2 + payload.length);
    appendHeader(out, opcode, payload.length);
    out.writeBytes(payload);
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
    channel.flush();
  }

  /** Forgets what was queued. */
  void release() {
    alone = null;
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
  static void append(ByteBuf out, Frame frame) {
    appendHeader(out, opcode(frame), frame.length());
    if (frame.prefix() != Frame.NO_PREFIX) {
      out.writeByte(frame.prefix());
    }
    RawData data = frame.data();
    out.writeBytes(data.array(), data.offset(), data.length());
  }

  /** Appends a complete frame with a compressed payload, which is released. */
  static void appendDeflated(ByteBuf out, Frame frame, ByteBuf payload) {
    appendHeader(out, WebSocketProtocol.RSV1 | opcode(frame), payload.readableBytes());
    out.writeBytes(payload);
    payload.release();
  }

  private static int opcode(Frame frame) {
    return frame.isBinary() ? WebSocketProtocol.BINARY : WebSocketProtocol.TEXT;
  }

  private static void appendHeader(ByteBuf out, int opcode, int length) {
    out.writeByte(WebSocketProtocol.FIN | opcode);
    if (length < WebSocketProtocol.LENGTH_16) {
      out.writeByte(length);
    } else if (length <= 0xffff) {
      out.writeByte(WebSocketProtocol.LENGTH_16).writeShort(length);
    } else {
      out.writeByte(WebSocketProtocol.LENGTH_64).writeLong(length);
    }
  }

  private void appendShared(ByteBuf form) {
    if (gathered == null && alone == null) {
      alone = form;
    } else if (form.readableBytes() <= MAX_COPIED) {
      int length = form.readableBytes();
      room(length).writeBytes(form, form.readerIndex(), length);
      handOverIfMuch();
    } else {
      handOver();
      alone = form;
    }
  }

  /** The gathering buffer with room for some bytes more. */
  private ByteBuf room(int size) {
    if (alone != null) {
      gatherAlone(size);
    }
    if (gathered != null && size > gathered.maxFastWritableBytes() && size > MAX_COPIED) {
      // Growing would copy what is there; two buffers cost less.
      handOver();
    }
    if (gathered == null) {
      gathered = channel.alloc().directBuffer(Math.max(FIRST_CAPACITY, size));
    }
    return gathered;
  }

  private void gatherAlone(int more) {
    ByteBuf form = alone;
    if (form == null || form.readableBytes() > MAX_COPIED) {
      handOver();
      return;
    }
    alone = null;
    int length = form.readableBytes();
    gathered = channel.alloc().directBuffer(Math.max(FIRST_CAPACITY, length + more));
    gathered.writeBytes(form, form.readerIndex(), length);
  }

  private void handOverIfMuch() {
    if (gathered != null && gathered.readableBytes() >= MAX_GATHERED) {
      handOver();
    }
  }

  private void handOver() {
    if (alone != null) {
      ByteBuf form = alone;
      alone = null;
      Wire.write(channel, form.duplicate());
    } else if (gathered != null) {
      ByteBuf out = gathered;
      gathered = null;
      Wire.write(channel, out);
    }
  }
}
