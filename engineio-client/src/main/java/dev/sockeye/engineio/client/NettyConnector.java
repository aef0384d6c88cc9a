// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import dev.sockeye.engineio.client.spi.Route;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.proxy.HttpProxyHandler;
import io.netty.handler.proxy.ProxyHandler;
import io.netty.handler.proxy.Socks4ProxyHandler;
import io.netty.handler.proxy.Socks5ProxyHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What all connections of a network are made with. */
final class NettyConnector {
  /** Gets what comes of an attempt to connect: one call, on the event loop. */
  interface Callback {
    /** The channel has no handlers but for TLS. */
    void onConnected(Channel channel);

    void onFailure(Throwable error);
  }

  private final Class<? extends SocketChannel> type;
  private final NameLookup names;

  NettyConnector(Class<? extends SocketChannel> type, NameLookup names) {
    this.type = type;
    this.names = names;
  }

  /** What went wrong, without what Netty has wrapped around errors of TLS. */
  static Throwable plain(Throwable error) {
    Throwable cause = error.getCause();
    return error instanceof DecoderException && cause != null ? cause : error;
  }

  NameLookup names() {
    return names;
  }

  /** What connects to a hop when it is told the server's address. */
  Bootstrap bootstrap(Route route, EventLoop loop, Duration timeout, ChannelHandler handler) {
    InetAddress local = route.localAddress();
    return new Bootstrap()
        .group(loop)
        .channel(type)
        .disableResolver()
        .localAddress(local == null ? null : new InetSocketAddress(local, 0))
        .option(ChannelOption.TCP_NODELAY, true)
        .option(
            ChannelOption.CONNECT_TIMEOUT_MILLIS,
            (int) Math.max(1, Math.min(Integer.MAX_VALUE, timeout.toMillis())))
        .handler(handler);
  }

  /** What speaks with the proxy at an address; null if there is none. */
  static @Nullable ProxyHandler proxyHandler(@Nullable ClientProxy proxy, InetAddress address) {
    if (proxy == null) {
      return null;
    }
    InetSocketAddress at = new InetSocketAddress(address, proxy.port());
    String user = proxy.user();
    String password = proxy.password() == null ? "" : proxy.password();
    ProxyHandler handler =
        switch (proxy.kind()) {
          case HTTP ->
              user == null ? new HttpProxyHandler(at) : new HttpProxyHandler(at, user, password);
          case SOCKS4 -> new Socks4ProxyHandler(at, user);
          case SOCKS5 ->
              user == null
                  ? new Socks5ProxyHandler(at)
                  : new Socks5ProxyHandler(at, user, password);
        };
    // The time for all of connecting is the route's.
    handler.setConnectTimeoutMillis(0);
    return handler;
  }
}
