// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.sockeye.engineio.server.spi.Listening;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandle;
import io.netty.channel.IoHandler;
import io.netty.channel.IoHandlerContext;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.IoRegistration;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What becomes of a host when an error in Netty's transport ends an event loop. */
class DyingLoopTest {
  private final Logger log = (Logger) LoggerFactory.getLogger(NettyListening.class);
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final LoopThreads threads = new LoopThreads();

  /** Set by the test, read by the loop. */
  private volatile boolean isDeadly;

  @BeforeEach
  void listen() {
    lines.start();
    log.addAppender(lines);
  }

  @AfterEach
  void stopListening() {
    log.detachAppender(lines);
  }

  private Listening hostWhoseLoopDied() {
    IoHandlerFactory handlers =
        executor -> new Deadly(NioIoHandler.newFactory().newHandler(executor));
    EventLoopGroup loops = threads.loops(1, handlers);
    Channel server =
        new ServerBootstrap()
            .group(loops)
            .channel(NioServerSocketChannel.class)
            .childHandler(new ChannelInboundHandlerAdapter())
            .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .syncUninterruptibly()
            .channel();
    Connections none = new Connections(1, System::nanoTime);
    Listening host = new NettyListening(server, none, loops, threads, null, Duration.ofMinutes(5));
    isDeadly = true;
    loops.execute(() -> {});
    loops.terminationFuture().awaitUninterruptibly();
    return host;
  }

  @Test
  void stopAcceptingFailsAndSaysWhy() {
    Listening host = hostWhoseLoopDied();
    assertThatThrownBy(host.stopAccepting()::join)
        .hasMessageContaining(
            "the event loop that accepted on port "
                + host.port()
                + " died; the port stays bound until the program ends")
        .hasRootCauseMessage("on purpose");
  }

  @Test
  void aCloseEndsAndTheLogSaysWhatDidNot() {
    Listening host = hostWhoseLoopDied();
    host.close();
    assertThat(lines.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly("port " + host.port() + " was not freed");
  }

  /** NIO until it is told to die. */
  private final class Deadly implements IoHandler {
    private final IoHandler nio;

    Deadly(IoHandler nio) {
      this.nio = nio;
    }

    @Override
    public void initialize() {
      nio.initialize();
    }

    @Override
    public int run(IoHandlerContext context) {
      if (isDeadly) {
        throw new AssertionError("on purpose");
      }
      return nio.run(context);
    }

    @Override
    public void prepareToDestroy() {
      nio.prepareToDestroy();
    }

    @Override
    public void destroy() {
      nio.destroy();
    }

    @Override
    public IoRegistration register(IoHandle handle) throws Exception {
      return nio.register(handle);
    }

    @Override
    public void wakeup() {
      nio.wakeup();
    }

    @Override
    public boolean isCompatible(Class<? extends IoHandle> type) {
      return nio.isCompatible(type);
    }
  }
}
