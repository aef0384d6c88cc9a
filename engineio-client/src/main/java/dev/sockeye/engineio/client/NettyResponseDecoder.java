// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import dev.sockeye.engineio.client.spi.BadResponseException;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseDecoder;

/**
 * Netty's decoder, with our limits, a sense for {@code HEAD}, and an end to interim responses. For
 * one event loop.
 */
final class NettyResponseDecoder extends HttpResponseDecoder {
  private static final int MAX_STATUS_LINE = 8 * 1024;
  private static final int MAX_CHUNK = 64 * 1024;
  private static final int MAX_INTERIM = 16;

  private boolean head;
  private boolean begun;
  private int interim;

  NettyResponseDecoder(int maxHeaderBytes) {
    super(
        new HttpDecoderConfig()
            .setMaxInitialLineLength(MAX_STATUS_LINE)
            .setMaxHeaderSize(maxHeaderBytes)
            .setMaxChunkSize(MAX_CHUNK));
  }

  /** A request was sent: what comes next is its response. */
  void expect(String method) {
    head = method.equals("HEAD");
    begun = false;
    interim = 0;
  }

  /** Whether any byte has come since the last request. */
  boolean hasBegun() {
    return begun;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) throws Exception {
    begun = true;
    super.channelRead(ctx, message);
  }

  @Override
  protected boolean isContentAlwaysEmpty(HttpMessage message) {
    if (message instanceof HttpResponse response && response.status().code() / 100 == 1) {
      interim++;
    }
    return head || super.isContentAlwaysEmpty(message);
  }

  /**
   * Whether a part of a response was understood.
   *
   * @throws BadResponseException if not
   */
  void check(HttpObject part) throws BadResponseException {
    if (part.decoderResult().isFailure()) {
      throw new BadResponseException(
          "the server broke the rules of HTTP or a limit (maxHeaderBytes): "
              + part.decoderResult().cause().getMessage());
    }
    if (interim > MAX_INTERIM) {
      throw new BadResponseException(
          "more than " + MAX_INTERIM + " interim responses to a request");
    }
  }
}
