// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A client's HTTP/1.1 connection, kept alive from request to request: one at a time, from pre-built
 * bytes. Confined to the load generator's event loop.
 */
@SuppressWarnings(
    "FutureReturnValueIgnored") // What fails closes the connection, and that is noticed.
final class HttpLink extends ChannelInboundHandlerAdapter {
  /** What a workload does with a connection. */
  interface Listener {
    void connected(HttpLink link);

    /** The answer to the last request; the buffer is valid during the call only. */
    void response(HttpLink link, int status, ByteBuf bytes, int offset, int length);

    void closed(HttpLink link);
  }

  private static final byte[] CONTENT_LENGTH = Wire.ascii("content-length:");

  private final Listener listener;
  private final Meter meter;
  private @Nullable ChannelHandlerContext context;

  /** The beginning of a response whose end hasn't been read yet; null between responses. */
  private @Nullable ByteBuf rest;

  private long readAt;

  /** Whether this side has had enough: what happens to the connection then is no failure. */
  private boolean closing;

  HttpLink(Listener listener, Meter meter) {
    this.listener = listener;
    this.meter = meter;
  }

  /** When the response that is being read arrived, by {@link System#nanoTime()}. */
  long readAt() {
    return readAt;
  }

  void send(byte[] request) {
    context()
        .writeAndFlush(
            context().alloc().directBuffer(request.length).writeBytes(request),
            context().voidPromise());
  }

  void close() {
    closing = true;
    if (context != null) {
      context.close();
    }
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    context = ctx;
    listener.connected(this);
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    readAt = System.nanoTime();
    var in = (ByteBuf) message;
    if (rest != null) {
      rest.writeBytes(in);
      in.release();
      in = rest;
      rest = null;
    }
    if (response(in)) {
      in.release();
    } else {
      rest = ctx.alloc().buffer(in.readableBytes() + 1024).writeBytes(in);
      in.release();
    }
  }

  /** Hands the response to the listener if it is complete. */
  private boolean response(ByteBuf in) {
    int length = -1;
    int line = in.readerIndex();
    for (int end = endOfLine(in, line); end >= 0; line = end + 2, end = endOfLine(in, line)) {
      if (end == line) {
        return body(in, line + 2, length);
      }
      if (isContentLength(in, line, end)) {
        length =
            Integer.parseInt(
                in.toString(
                        line + CONTENT_LENGTH.length,
                        end - line - CONTENT_LENGTH.length,
                        ISO_8859_1)
                    .trim());
      }
    }
    return false;
  }

  private boolean body(ByteBuf in, int offset, int length) {
    if (length < 0) {
      meter.fail(
          "a response without Content-Length: "
              + in.toString(in.readerIndex(), offset - in.readerIndex(), ISO_8859_1));
      context().close();
      return true;
    }
    if (in.writerIndex() < offset + length) {
      return false;
    }
    int status = Integer.parseInt(in.toString(in.readerIndex() + 9, 3, ISO_8859_1));
    listener.response(this, status, in, offset, length);
    return true;
  }

  private static int endOfLine(ByteBuf in, int from) {
    int carriageReturn = in.indexOf(from, in.writerIndex(), (byte) '\r');
    return carriageReturn < 0 || carriageReturn + 1 >= in.writerIndex() ? -1 : carriageReturn;
  }

  private static boolean isContentLength(ByteBuf in, int line, int end) {
    if (end - line <= CONTENT_LENGTH.length
        || in.getByte(line + CONTENT_LENGTH.length - 1) != ':') {
      return false;
    }
    for (int i = 0; i < CONTENT_LENGTH.length; i++) {
      if ((in.getByte(line + i) | 0x20) != (CONTENT_LENGTH[i] | 0x20)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    if (rest != null) {
      rest.release();
      rest = null;
    }
    listener.closed(this);
  }

  /** A connection that was reset is a connection that was closed. */
  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (!closing && !(cause instanceof IOException)) {
      meter.fail("a connection failed: " + cause);
    }
    ctx.close();
  }

  private ChannelHandlerContext context() {
    if (context == null) {
      throw new IllegalStateException("not connected yet");
    }
    return context;
  }
}
