// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import dev.sockeye.engineio.client.spi.Route;
import dev.sockeye.engineio.spi.Scheduler;
import dev.sockeye.websocket.Wire;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.handler.proxy.ProxyHandler;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * One connection in the making: the name of the next hop, TCP to one of its addresses after the
 * other, the proxy, TLS, all within the route's time. On one event loop, whose thread alone touches
 * the fields.
 */
final class NettyConnect implements Scheduler.Cancellable {
  private final NettyConnector connector;
  private final Route route;
  private final EventLoop loop;
  private final long end;
  private final NettyConnector.Callback callback;
  private List<InetAddress> addresses = List.of();
  private int tried;
  private boolean done;

  /** Null until there is one, and after one that failed. */
  private @Nullable Channel channel;

  /** Null before the start. */
  private @Nullable Future<?> timer;

  private NettyConnect(
      NettyConnector connector, Route route, EventLoop loop, NettyConnector.Callback callback) {
    this.connector = connector;
    this.route = route;
    this.loop = loop;
    this.callback = callback;
    this.end = System.nanoTime() + route.connectTimeout().toNanos();
  }

  /**
   * Begins to connect.
   *
   * @return gives it up: nothing is told any more then
   */
  static Scheduler.Cancellable begin(
      NettyConnector connector, Route route, EventLoop loop, NettyConnector.Callback callback) {
    NettyConnect connect = new NettyConnect(connector, route, loop, callback);
    connect.start();
    return connect;
  }

  private void start() {
    timer = loop.schedule(this::timeOut, route.connectTimeout().toNanos(), TimeUnit.NANOSECONDS);
    ClientProxy proxy = route.proxy();
    connector.names().find(proxy == null ? route.host() : proxy.host(), loop, this::onAddresses);
  }

  private void onAddresses(List<InetAddress> found, @Nullable UnknownHostException error) {
    if (error != null) {
      fail(error);
    } else if (!done) {
      addresses = found;
      tryNext();
    }
  }

  private void tryNext() {
    InetAddress address = addresses.get(tried);
    // What is left of the time is for all addresses that are left: the first may be a black hole.
    long share = Math.max(1, end - System.nanoTime()) / (addresses.size() - tried);
    tried++;
    ProxyHandler proxy = NettyConnector.proxyHandler(route.proxy(), address);
    SocketAddress server =
        proxy == null
            ? new InetSocketAddress(address, route.port())
            : InetSocketAddress.createUnresolved(route.host(), route.port());
    Attempt attempt = new Attempt(proxy);
    connector
        .bootstrap(route, loop, Duration.ofNanos(share), attempt)
        .connect(server)
        .addListener(connected -> attempt.onTcp(connected));
  }

  private void succeed(Channel connected) {
    if (finish()) {
      callback.onConnected(connected);
    }
  }

  private void fail(Throwable error) {
    Channel failed = channel;
    if (finish()) {
      if (failed != null) {
        Wire.close(failed);
      }
      callback.onFailure(error);
    }
  }

  private void timeOut() {
    fail(
        new SocketTimeoutException(
            "no connection to "
                + route.host()
                + ":"
                + route.port()
                + (route.proxy() == null ? "" : " through " + route.proxy())
                + " within "
                + route.connectTimeout()
                + " (connectTimeout; name, TCP, proxy and TLS together)"));
  }

  @Override
  public void cancel() {
    Channel given = channel;
    if (finish() && given != null) {
      Wire.close(given);
    }
  }

  /** Whether it is the first end. */
  private boolean finish() {
    if (done) {
      return false;
    }
    done = true;
    channel = null;
    if (timer != null) {
      timer.cancel(false);
    }
    return true;
  }

  private Throwable explained(Throwable cause) {
    if (route.isSecure() && cause instanceof SSLException) {
      SSLException explained =
          new SSLHandshakeException(
              "TLS with " + route.host() + ":" + route.port() + " failed: " + cause.getMessage());
      explained.initCause(cause);
      return explained;
    }
    return cause instanceof IOException ? cause : new IOException(cause.toString(), cause);
  }

  /** The last handler until the connection is made; sees what fails on the way. */
  private final class Attempt extends ChannelInboundHandlerAdapter {
    private final @Nullable ProxyHandler proxy;
    private boolean hasTcp;

    Attempt(@Nullable ProxyHandler proxy) {
      this.proxy = proxy;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
      channel = ctx.channel();
      if (proxy != null) {
        ctx.pipeline().addFirst(proxy);
      }
      ClientTls tls = route.tls();
      if (tls != null) {
        SslHandler handler = new SslHandler(tls.engine(route.host(), route.port()));
        handler.setHandshakeTimeoutMillis(0);
        handler.handshakeFuture().addListener(secured -> onLast(ctx, secured));
        ctx.pipeline().addBefore(ctx.name(), null, handler);
      } else if (proxy != null) {
        proxy.connectFuture().addListener(connected -> onLast(ctx, connected));
      }
    }

    void onTcp(Future<?> connected) {
      if (done) {
        // Given up meanwhile, or before there was a channel to close.
        if (connected instanceof ChannelFuture made) {
          Wire.close(made.channel());
        }
      } else if (connected.isSuccess()) {
        hasTcp = true;
        if (proxy == null && route.tls() == null && channel != null) {
          hand(channel);
        }
      } else if (tried < addresses.size()) {
        channel = null;
        tryNext();
      } else {
        fail(explained(connected.cause()));
      }
    }

    private void onLast(ChannelHandlerContext ctx, Future<?> ready) {
      if (ready.isSuccess()) {
        hand(ctx.channel());
      } else if (hasTcp) {
        fail(explained(ready.cause()));
      }
    }

    private void hand(Channel connected) {
      connected.pipeline().remove(this);
      succeed(connected);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
      fail(new IOException("the connection was closed before it was complete"));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      fail(explained(NettyConnector.plain(cause)));
    }
  }
}
