// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import dev.sockeye.engineio.server.spi.HttpHandler;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prepares accepted connections. */
final class ConnectionInitializer extends ChannelInitializer<Channel> {
  private final HttpHandler handler;
  private final HostOptions options;
  private final Connections connections;
  private final Map<EventLoop, LoopScheduler> schedulers;
  private final @Nullable Tls tls;

  ConnectionInitializer(
      HttpHandler handler,
      HostOptions options,
      Connections connections,
      Map<EventLoop, LoopScheduler> schedulers,
      @Nullable Tls tls) {
    this.handler = handler;
    this.options = options;
    this.connections = connections;
    this.schedulers = schedulers;
    this.tls = tls;
  }

  @Override
  protected void initChannel(Channel channel) {
    if (!connections.admit(channel)) {
      Wire.close(channel);
      return;
    }
    LoopScheduler scheduler = schedulers.get(channel.eventLoop());
    if (scheduler == null || channel.remoteAddress() == null) {
      // Gone before it was looked at.
      Wire.close(channel);
      return;
    }
    if (tls != null) {
      channel.pipeline().addLast(tls.context().newHandler(channel.alloc()));
    }
    HttpConnection connection =
        new HttpConnection(channel, handler, options, scheduler, tls != null);
    channel.pipeline().addLast(connection.decoder(), connection);
  }
}
