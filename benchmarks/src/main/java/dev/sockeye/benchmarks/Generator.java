// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.socket.SocketChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The load generator: one event loop on which all connections of a run live. */
final class Generator implements AutoCloseable {
  private static final InetSocketAddress ANY_SOURCE = new InetSocketAddress(loopback(0, 1), 0);

  private final MultiThreadIoEventLoopGroup group =
      new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
  private final EventLoop loop = group.next();

  /**
   * The last byte of the address that the next short-lived connection comes from. Confined to the
   * event loop.
   */
  private int source = 1;

  EventLoop loop() {
    return loop;
  }

  void connect(Target server, ChannelHandler handler, Meter meter) {
    connect(server.port(), bootstrap(server, handler), ANY_SOURCE, meter);
  }

  /**
   * Connects with a receive buffer as small as the kernel allows, so that a client that doesn't
   * read is soon felt.
   */
  void connectWithSmallBuffer(Target server, ChannelHandler handler, Meter meter) {
    Bootstrap bootstrap = bootstrap(server, handler).option(ChannelOption.SO_RCVBUF, 4096);
    connect(server.port(), bootstrap, ANY_SOURCE, meter);
  }

  /**
   * Connects from one address of many in turn: the ports of one would be used up by those that have
   * just closed.
   */
  void connectShortly(Target server, ChannelHandler handler, Meter meter) {
    source = source % 200 + 1;
    var from = new InetSocketAddress(loopback(1, source), 0);
    connect(server.port(), bootstrap(server, handler), from, meter);
  }

  private static void connect(int port, Bootstrap bootstrap, InetSocketAddress from, Meter meter) {
    var unused =
        bootstrap
            .connect(new InetSocketAddress(loopback(0, 1), port), from)
            .addListener(
                connected -> {
                  if (!connected.isSuccess()) {
                    meter.fail("can't connect: " + connected.cause());
                  }
                });
  }

  private static InetAddress loopback(int third, int fourth) {
    try {
      return InetAddress.getByAddress(new byte[] {127, 0, (byte) third, (byte) fourth});
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }

  private Bootstrap bootstrap(Target server, ChannelHandler handler) {
    return new Bootstrap()
        .group(loop)
        .channel(EpollSocketChannel.class)
        .option(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
        .option(ChannelOption.TCP_NODELAY, true)
        .option(EpollChannelOption.IP_BIND_ADDRESS_NO_PORT, true)
        .handler(
            new ChannelInitializer<SocketChannel>() {
              @Override
              protected void initChannel(SocketChannel channel) {
                if (server.setting() == Setting.TLS) {
                  channel.pipeline().addLast(TlsKeys.CLIENT.newHandler(channel.alloc()));
                }
                channel.pipeline().addLast(handler);
              }
            });
  }

  /** Runs something on the event loop and waits for its result. */
  <T> T call(Callable<T> task) throws Exception {
    return loop.submit(task).get(30, TimeUnit.SECONDS);
  }

  /**
   * Completes when the condition holds on the event loop, looking every few milliseconds; with
   * false when time is up.
   */
  CompletableFuture<Boolean> await(Callable<Boolean> condition, long timeoutMillis) {
    var done = new CompletableFuture<Boolean>();
    await(condition, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis), done);
    return done;
  }

  private void await(Callable<Boolean> condition, long deadline, CompletableFuture<Boolean> done) {
    loop.execute(
        () -> {
          try {
            if (condition.call()) {
              done.complete(true);
            } else if (System.nanoTime() - deadline > 0) {
              done.complete(false);
            } else {
              var unused =
                  loop.schedule(() -> await(condition, deadline, done), 20, TimeUnit.MILLISECONDS);
            }
          } catch (Exception e) {
            done.completeExceptionally(e);
          }
        });
  }

  @Override
  public void close() {
    var unused = group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
  }
}
