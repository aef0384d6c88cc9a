// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.IoEventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.util.internal.PlatformDependent;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * The limit: a bare Netty server that takes and sends the same bytes as a Socket.IO server, from
 * pre-built frames, without any Socket.IO. What it costs is the price of the system calls and of
 * Netty; nothing built on them can cost less.
 */
final class LimitServer implements AutoCloseable {
  private final IoEventLoopGroup group;
  private final Channel channel;

  private LimitServer(IoEventLoopGroup group, Channel channel) {
    this.group = group;
    this.channel = channel;
  }

  /**
   * Listens on a free port.
   *
   * @param keys the key store, if it is to speak TLS, with the JDK's engine
   */
  static LimitServer start(Optional<Path> keys) {
    Optional<SslContext> tls = keys.map(LimitServer::tls);
    var group = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
    var rooms = new LimitRooms();
    Channel channel =
        new ServerBootstrap()
            .group(group)
            .channel(EpollServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, 4096)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(
                new ChannelInitializer<>() {
                  @Override
                  protected void initChannel(Channel accepted) {
                    tls.ifPresent(
                        context ->
                            accepted.pipeline().addLast(context.newHandler(accepted.alloc())));
                    accepted.pipeline().addLast(new LimitConnection(rooms));
                  }
                })
            .bind("127.0.0.1", 0)
            .syncUninterruptibly()
            .channel();
    return new LimitServer(group, channel);
  }

  private static SslContext tls(Path keys) {
    try {
      return SslContextBuilder.forServer(TlsKeys.keys(keys)).sslProvider(SslProvider.JDK).build();
    } catch (SSLException e) {
      throw new IllegalStateException("the JDK knows TLS", e);
    }
  }

  int port() {
    return ((InetSocketAddress) channel.localAddress()).getPort();
  }

  @Override
  public void close() {
    channel.close().syncUninterruptibly();
    var unused = group.shutdownGracefully();
  }

  public static void main(String[] args) throws IOException {
    ServerControl.run(start(ServerControl.tls(args)).port(), PlatformDependent::usedDirectMemory);
  }
}
