// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.websocket;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends a connection whose peer may still be sending. To close it at once would make the operating
 * system reset it, and the peer would lose the last answer, which says what was wrong. So: send the
 * end, throw away what comes, close when the peer does, a short time is over, or more has come than
 * anybody has on the way.
 */
public final class LingeringClose extends ChannelInboundHandlerAdapter {
  private static final long MAX_BYTES = 16 << 20;

  private final Duration timeout;

  /** What was thrown away. Touched by the event loop only. */
  private long bytes;

  /** Touched by the event loop only; null until the handler is in the pipeline. */
  private @Nullable Future<?> timer;

  private LingeringClose(Duration timeout) {
    this.timeout = timeout;
  }

  /** Takes the place of a handler, the last one; what was written goes out first. */
  public static void replace(ChannelHandler handler, Channel channel, Duration timeout) {
    LingeringClose linger = new LingeringClose(timeout);
    channel.pipeline().replace(handler, null, linger);
    channel.config().setAutoRead(true);
    channel
        .writeAndFlush(Unpooled.EMPTY_BUFFER)
        .addListener(written -> endOutput(channel, written));
  }

  private static void endOutput(Channel channel, Future<?> written) {
    if (!written.isSuccess()) {
      Wire.close(channel);
    } else if (channel.pipeline().get(SslHandler.class) == null
        && channel instanceof DuplexChannel duplex) {
      duplex.shutdownOutput().addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    }
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    timer =
        ctx.executor()
            .schedule(() -> Wire.close(ctx.channel()), timeout.toNanos(), TimeUnit.NANOSECONDS);
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    if (message instanceof ByteBuf in) {
      bytes += in.readableBytes();
    }
    ReferenceCountUtil.release(message);
    if (bytes > MAX_BYTES) {
      Wire.close(ctx.channel());
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    if (timer != null) {
      timer.cancel(false);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    Wire.close(ctx.channel());
  }
}
