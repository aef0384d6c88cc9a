// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import dev.sockeye.engineio.server.TrustedProxies;
import dev.sockeye.engineio.server.spi.HttpHandler;
import dev.sockeye.websocket.LoopScheduler;
import dev.sockeye.websocket.Wire;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.handler.ssl.SslHandler;
import java.net.InetSocketAddress;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prepares accepted connections. */
final class ConnectionInitializer extends ChannelInitializer<Channel> {
  private final HttpHandler handler;
  private final HostOptions options;
  private final Connections connections;
  private final Map<EventLoop, LoopScheduler> schedulers;
  private final @Nullable Tls tls;
  private final @Nullable TrustedProxies proxies;

  ConnectionInitializer(
      HttpHandler handler,
      HostOptions options,
      Connections connections,
      Map<EventLoop, LoopScheduler> schedulers,
      @Nullable Tls tls,
      @Nullable TrustedProxies proxies) {
    this.handler = handler;
    this.options = options;
    this.connections = connections;
    this.schedulers = schedulers;
    this.tls = tls;
    this.proxies = proxies;
  }

  @Override
  protected void initChannel(Channel channel) {
    if (!connections.admit(channel)) {
      Wire.close(channel);
      return;
    }
    LoopScheduler scheduler = schedulers.get(channel.eventLoop());
    InetSocketAddress remote = (InetSocketAddress) channel.remoteAddress();
    if (scheduler == null || remote == null) {
      // Gone before it was looked at.
      Wire.close(channel);
    } else if (proxies != null && proxies.trusts(remote)) {
      ProxyHeader.expect(channel, options.headTimeout(), peer -> serve(channel, scheduler, peer));
    } else {
      serve(channel, scheduler, Peer.plain(remote));
    }
  }

  private void serve(Channel channel, LoopScheduler scheduler, Peer peer) {
    Peer known = peer;
    if (tls != null) {
      SslHandler encryption = tls.context().newHandler(channel.alloc());
      channel.pipeline().addLast(encryption);
      known = peer.over(encryption.engine());
    }
    HttpConnection connection = new HttpConnection(channel, handler, options, scheduler, known);
    channel.pipeline().addLast(connection.decoder(), connection);
  }
}
