// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpRequestDecoder;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Netty's request decoder, which stops where it is told to: what the connection is not ready for
 * stays undecoded. So no request, no body and no byte after an upgrade needs a queue of its own.
 * Belongs to the channel's event loop.
 */
final class RequestDecoder extends HttpRequestDecoder {
  private final BooleanSupplier gate;
  private boolean stalled;
  private boolean midHead;

  /**
   * @param gate whether the connection takes the next head or piece of a body
   */
  RequestDecoder(HostOptions options, BooleanSupplier gate) {
    super(
        new HttpDecoderConfig()
            .setMaxInitialLineLength(options.maxInitialLine())
            .setMaxHeaderSize(options.maxHeaderBytes())
            // A piece of a body is what one read delivered: nothing to gain by cutting it up.
            .setMaxChunkSize(64 * 1024));
    this.gate = gate;
  }

  /** Whether a head has begun to arrive and is not complete. */
  boolean isMidHead() {
    return midHead;
  }

  /** Takes up bytes that were left alone, if there is room for them now. */
  void goOn(Channel channel) {
    ChannelHandlerContext ctx = channel.pipeline().context(this);
    if (stalled && ctx != null && gate.getAsBoolean()) {
      stalled = false;
      channel.config().setAutoRead(true);
      try {
        channelRead(ctx, Unpooled.EMPTY_BUFFER);
        channelReadComplete(ctx);
      } catch (Exception e) {
        ctx.fireExceptionCaught(e);
      }
    }
  }

  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf buffer, List<Object> out)
      throws Exception {
    if (!gate.getAsBoolean()) {
      stalled = true;
      // At once: a read loop would collect a megabyte before it ends.
      ctx.channel().config().setAutoRead(false);
      return;
    }
    super.decode(ctx, buffer, out);
    midHead = out.isEmpty();
  }
}
