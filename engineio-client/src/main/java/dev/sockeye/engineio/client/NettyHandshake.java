// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.client.spi.BadResponseException;
import dev.sockeye.engineio.client.spi.WebSocketCall;
import dev.sockeye.engineio.client.spi.WebSocketCallback;
import dev.sockeye.engineio.spi.Scheduler;
import dev.sockeye.websocket.DeflateTerms;
import dev.sockeye.websocket.NettyWebSocket;
import dev.sockeye.websocket.Side;
import dev.sockeye.websocket.WebSocketException;
import dev.sockeye.websocket.WebSocketProtocol;
import dev.sockeye.websocket.Wire;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens one WebSocket (RFC 6455, section 4.1): connects, asks, checks the answer, and gives its
 * place in the pipeline to a {@link NettyWebSocket}. On its event loop, whose thread alone touches
 * the fields.
 */
final class NettyHandshake extends ChannelInboundHandlerAdapter
    implements Scheduler.Cancellable, NettyConnector.Callback {
  private static final Logger log = LoggerFactory.getLogger(NettyHandshake.class);

  /** As much of a refusal's body is told. */
  private static final int MAX_REFUSAL = 8 * 1024;

  private final WebSocketCall call;
  private final NettyOptions options;
  private final WebSocketCallback callback;
  private final String key = HandshakeRules.newKey();
  private final NettyResponseDecoder decoder;

  /** Gives the connection up while it is made; null before and afterwards. */
  private Scheduler.@Nullable Cancellable connecting;

  /** Null until connected. */
  private @Nullable Channel channel;

  /** What has come of a refusal; null before its head. */
  private @Nullable NettyResponse refusal;

  private boolean done;

  NettyHandshake(WebSocketCall call, NettyOptions options, WebSocketCallback callback) {
    this.call = call;
    this.options = options;
    this.callback = callback;
    this.decoder = new NettyResponseDecoder(options.maxHeaderBytes());
  }

  void start(NettyConnector connector, EventLoop loop) {
    Scheduler.Cancellable attempt = NettyConnect.begin(connector, call.route(), loop, this);
    if (!done && channel == null) {
      connecting = attempt;
    }
  }

  @Override
  public void onConnected(Channel connected) {
    connecting = null;
    channel = connected;
    connected.pipeline().addLast(decoder, this);
    Headers own = HandshakeRules.request(call, key);
    ByteBuf out = connected.alloc().directBuffer();
    NettyRequest.writeHead(out, "GET", call.target(), call.route(), call.headers(), own);
    Wire.write(connected, out);
    connected.flush();
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    try {
      if (!done && message instanceof HttpObject part) {
        read(ctx.channel(), part);
      }
    } catch (BadResponseException | WebSocketException e) {
      onFailure(e);
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  private void read(Channel from, HttpObject part) throws BadResponseException, WebSocketException {
    decoder.check(part);
    if (part instanceof HttpResponse head && NettyResponse.isFinal(head)) {
      if (head.status().code() == 101) {
        open(from, NettyResponse.headers(head));
        return;
      }
      refusal = new NettyResponse(head, Integer.MAX_VALUE);
    }
    if (part instanceof HttpContent content && refusal != null) {
      ByteBuf body = content.content();
      int room = MAX_REFUSAL - refusal.received().length();
      refusal.append(body.readSlice(Math.min(room, body.readableBytes())));
      if (part instanceof LastHttpContent || body.isReadable()) {
        refuse(refusal);
      }
    }
  }

  /** The rest of what has been read already comes out of the decoder when it is removed. */
  private void open(Channel from, Headers headers) throws WebSocketException {
    DeflateTerms deflate = HandshakeRules.check(call, key, headers);
    done = true;
    callback.onResponse(101, headers, RawData.text(""));
    if (!from.isActive()) {
      // The callback has thought better of it, or the server has gone.
      callback.onClose(WebSocketProtocol.ABNORMAL, null);
      return;
    }
    NettyWebSocket webSocket =
        new NettyWebSocket(
            Side.CLIENT,
            from,
            call.terms().maxMessageBytes(),
            deflate,
            options.closeTimeout(),
            callback);
    from.pipeline().replace(this, null, webSocket);
    webSocket.open();
    from.pipeline().remove(decoder);
  }

  private void refuse(NettyResponse response) {
    Channel refused = channel;
    done = true;
    if (refused != null) {
      Wire.close(refused);
    }
    callback.onResponse(response.status(), response.headers(), response.received());
    callback.onClose(
        WebSocketProtocol.ABNORMAL,
        new WebSocketException(
            WebSocketProtocol.PROTOCOL_ERROR,
            "the server answered the WebSocket handshake with " + response.status()));
  }

  @Override
  public void onFailure(Throwable error) {
    connecting = null;
    if (!done) {
      cancel();
      callback.onClose(WebSocketProtocol.ABNORMAL, error);
    }
  }

  @Override
  public void cancel() {
    if (done) {
      return;
    }
    done = true;
    if (connecting != null) {
      connecting.cancel();
      connecting = null;
    }
    if (channel != null) {
      Wire.close(channel);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    if (!done && refusal != null) {
      refuse(refusal);
    } else {
      onFailure(new IOException("the server closed the connection during the WebSocket handshake"));
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable error) {
    Throwable cause = NettyConnector.plain(error);
    if (!(cause instanceof IOException)) {
      log.error("a WebSocket handshake with {} failed", call.route().host(), cause);
    }
    onFailure(cause);
  }
}
