// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.client.spi.BadResponseException;
import dev.sockeye.engineio.client.spi.HttpCall;
import dev.sockeye.engineio.client.spi.Route;
import dev.sockeye.websocket.Wire;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
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
 * A connection that carries one request after the other and waits in the pool in between. On its
 * event loop, whose thread alone touches the fields.
 */
final class NettyHttpConnection extends ChannelInboundHandlerAdapter
    implements NettyPool.Connection {
  /** Gets the outcome of a request: one call. */
  interface Answer {
    void onResponse(int status, Headers headers, RawData body);

    /**
     * There is no response.
     *
     * @param unanswered whether the connection was lost before a single byte of a response came
     */
    void onFailure(Throwable error, boolean unanswered);
  }

  private static final Logger log = LoggerFactory.getLogger(NettyHttpConnection.class);

  private final Channel channel;
  private final Route route;
  private final NettyPool<NettyHttpConnection> pool;
  private final NettyResponseDecoder decoder;

  /** The request that waits for its answer; null between two of them. */
  private @Nullable HttpCall call;

  /** Whose it is; null at the same time. */
  private @Nullable Answer answer;

  /** What has come of the answer; null before its head. */
  private @Nullable NettyResponse response;

  private NettyHttpConnection(
      Channel channel,
      Route route,
      NettyPool<NettyHttpConnection> pool,
      NettyResponseDecoder decoder) {
    this.channel = channel;
    this.route = route;
    this.pool = pool;
    this.decoder = decoder;
  }

  /** Speaks HTTP on a channel from now on. */
  static NettyHttpConnection start(
      Channel channel, Route route, NettyPool<NettyHttpConnection> pool, int maxHeaderBytes) {
    NettyResponseDecoder decoder = new NettyResponseDecoder(maxHeaderBytes);
    NettyHttpConnection connection = new NettyHttpConnection(channel, route, pool, decoder);
    channel.pipeline().addLast(decoder, connection);
    return connection;
  }

  @Override
  public Route route() {
    return route;
  }

  /** Sends a request; the one before has been answered. */
  void send(HttpCall request, Answer to) {
    call = request;
    answer = to;
    decoder.expect(request.method());
    NettyRequest.write(channel, request);
    channel.flush();
  }

  @Override
  public void close() {
    answer = null;
    call = null;
    response = null;
    Wire.close(channel);
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    try {
      HttpCall current = call;
      if (current == null) {
        // What nobody asked for would be taken for the next answer.
        close();
      } else if (message instanceof HttpObject part) {
        read(current, part);
      }
    } catch (BadResponseException e) {
      fail(e);
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  private void read(HttpCall current, HttpObject part) throws BadResponseException {
    decoder.check(part);
    if (part instanceof HttpResponse head && NettyResponse.isFinal(head)) {
      response = new NettyResponse(head, current.maxResponseBytes());
    }
    if (part instanceof HttpContent content && response != null) {
      response.append(content.content());
      if (part instanceof LastHttpContent) {
        complete(response);
      }
    }
  }

  private void complete(NettyResponse complete) throws BadResponseException {
    RawData body = complete.body();
    Answer to = answer;
    answer = null;
    call = null;
    response = null;
    if (complete.isKeepAlive() && channel.isActive() && Wire.isAllSent(channel)) {
      pool.put(this);
    } else {
      Wire.close(channel);
    }
    if (to != null) {
      to.onResponse(complete.status(), complete.headers(), body);
    }
  }

  private void fail(Throwable error) {
    Answer to = answer;
    boolean unanswered = error instanceof IOException && !decoder.hasBegun();
    pool.remove(this);
    close();
    if (to != null) {
      to.onFailure(error, unanswered);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    fail(new IOException("the server closed the connection before its response was complete"));
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable error) {
    Throwable cause = NettyConnector.plain(error);
    if (!(cause instanceof IOException)) {
      log.error("an HTTP connection to {} failed", route.host(), cause);
    }
    fail(cause);
  }
}
