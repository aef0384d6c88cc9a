// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import dev.sockeye.engineio.server.TrustedProxies;
import dev.sockeye.engineio.server.spi.HttpHandler;
import dev.sockeye.engineio.server.spi.HttpResponse;
import dev.sockeye.engineio.server.spi.HttpService;
import dev.sockeye.engineio.server.spi.Listening;
import dev.sockeye.websocket.LoopScheduler;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.util.concurrent.EventExecutor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The standalone host: serves a Socket.IO or Engine.IO server, and whatever else a program has to
 * say over HTTP, on a port of its own, over HTTP/1.1 and WebSocket, with or without TLS.
 *
 * <pre>{@code
 * try (Listening server = NettyHost.builder().service(io.service()).port(3000).start()) {
 *   …
 * }
 * }</pre>
 */
public final class NettyHost {
  private NettyHost() {}

  /** A host that starts from the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects what a host needs. Not safe for use from several threads at a time. */
  public static final class Builder {
    private @Nullable HttpService service;
    private HttpHandler handler = exchange -> exchange.respond(HttpResponse.empty(404));
    private InetSocketAddress address = new InetSocketAddress(0);
    private @Nullable Tls tls;
    private @Nullable TrustedProxies proxies;
    private Io io = Io.AUTO;
    private int eventLoops = Runtime.getRuntime().availableProcessors();
    private boolean tcpNoDelay = true;
    private int backlog = 1024;
    private WriteBufferWaterMark waterMark = new WriteBufferWaterMark(32 * 1024, 64 * 1024);
    private Duration drainTimeout = Duration.ofSeconds(30);
    private final HostOptions.Collector options = new HostOptions.Collector();

    private Builder() {}

    /**
     * What is served on its own paths: a Socket.IO server's {@code io.service()}, or an Engine.IO
     * server. {@link Listening#close()} closes it. Without one, every path is the handler's.
     */
    public Builder service(HttpService served) {
      service = Objects.requireNonNull(served, "service");
      return this;
    }

    /** What answers on every path but the service's. Default: 404 with an empty body. */
    public Builder handler(HttpHandler others) {
      handler = Objects.requireNonNull(others, "handler");
      return this;
    }

    /** The port on all addresses of the machine; 0, the default, lets the system choose one. */
    public Builder port(int port) {
      return address(new InetSocketAddress(port));
    }

    /** The address and port to be bound. */
    public Builder address(InetSocketAddress bound) {
      if (bound.isUnresolved()) {
        throw new IllegalArgumentException("unknown host: " + bound.getHostString());
      }
      address = bound;
      return this;
    }

    /** Speaks TLS. Default: plain text. */
    public Builder tls(Tls certificate) {
      tls = Objects.requireNonNull(certificate, "tls");
      return this;
    }

    /**
     * The proxies whose connections begin with a header of the PROXY protocol, version 1 or 2, that
     * says who the client is (HAProxy's {@code send-proxy-v2}, AWS's network load balancer): its
     * address becomes {@code remoteAddress()} and, where the header says so, the connection counts
     * as encrypted. The header comes before TLS. A connection from these networks without a valid
     * header is closed; those from elsewhere must not have one. Default: none.
     *
     * @param networks addresses ({@code 192.0.2.1}) and networks ({@code 10.0.0.0/8}) of IPv4 and
     *     IPv6
     * @throws IllegalArgumentException if one is neither
     */
    public Builder proxyProtocol(String... networks) {
      proxies = TrustedProxies.xForwarded(networks);
      return this;
    }

    /** How to talk to the operating system. Default: {@link Io#AUTO}. */
    public Builder io(Io kind) {
      io = Objects.requireNonNull(kind, "io");
      return this;
    }

    /** The number of event loops, each a thread. Default: the number of cores. */
    public Builder eventLoops(int count) {
      if (count < 1) {
        throw new IllegalArgumentException("eventLoops must be at least 1, not " + count);
      }
      eventLoops = count;
      return this;
    }

    /**
     * How many connections may be open at a time, WebSockets among them. Further ones are closed as
     * soon as they are accepted, so that a load balancer tries elsewhere at once, and the log says
     * so once a minute. Default: one for each 16 KiB of the largest size of the heap, 65,536 for 1
     * GiB.
     */
    public Builder maxConnections(int connections) {
      options.maxConnections = connections;
      return this;
    }

    /** The longest request line, in bytes; above it 414 is answered. Default: 8 KiB. */
    public Builder maxInitialLine(int bytes) {
      options.maxInitialLine = bytes;
      return this;
    }

    /** The most a request's headers may have together, in bytes; above 431. Default: 16 KiB. */
    public Builder maxHeaderBytes(int bytes) {
      options.maxHeaderBytes = bytes;
      return this;
    }

    /**
     * How much of a request's body is read and thrown away, after the answer, to keep the
     * connection or to let the client see the answer, in bytes. Default: 2 MiB.
     */
    public Builder maxDiscardedBody(int bytes) {
      options.maxDiscardedBody = bytes;
      return this;
    }

    /**
     * How many requests of one connection may wait for their answers; more are not read before.
     * Default: 16.
     */
    public Builder maxPipelined(int requests) {
      options.maxPipelined = requests;
      return this;
    }

    /**
     * The time in which a request's head has to be complete, counted from its first byte and for
     * the first one from the connection's start. Default: 10 s.
     */
    public Builder headTimeout(Duration timeout) {
      options.headTimeout = timeout;
      return this;
    }

    /** The time in which a request's body has to be complete. Default: 30 s. */
    public Builder bodyTimeout(Duration timeout) {
      options.bodyTimeout = timeout;
      return this;
    }

    /** How long an HTTP connection may stay open between two requests. Default: 65 s. */
    public Builder idleTimeout(Duration timeout) {
      options.idleTimeout = timeout;
      return this;
    }

    /** How long the other side is given to end a WebSocket or connection. Default: 5 s. */
    public Builder closeTimeout(Duration timeout) {
      options.closeTimeout = timeout;
      return this;
    }

    /**
     * How long {@link Listening#close()} waits for the service to drain, and then for connections
     * and threads to end, for these 5 s at least. What doesn't end is named in the log and left
     * behind. Default: 30 s.
     */
    public Builder drainTimeout(Duration timeout) {
      drainTimeout = Objects.requireNonNull(timeout, "drainTimeout");
      return this;
    }

    /** Whether small packets leave at once (TCP_NODELAY). Default: true. */
    public Builder tcpNoDelay(boolean enabled) {
      tcpNoDelay = enabled;
      return this;
    }

    /** How many connections the system queues before they are accepted. Default: 1024. */
    public Builder backlog(int connections) {
      backlog = connections;
      return this;
    }

    /**
     * The bytes waiting to be sent on a connection at which it ceases to be writable, and those at
     * which it is again. Default: 64 KiB and 32 KiB.
     */
    public Builder writeBuffer(int high, int low) {
      waterMark = new WriteBufferWaterMark(low, high);
      return this;
    }

    /**
     * Binds the address and serves.
     *
     * @throws UncheckedIOException if the address can't be bound
     * @throws IllegalArgumentException if a limit makes no sense
     * @throws IllegalStateException if an {@link Io} was chosen that isn't {@linkplain
     *     Io#isAvailable() available}, or the system doesn't give the event loops what they need
     */
    public Listening start() {
      HostOptions limits = options.options();
      LoopThreads threads = new LoopThreads();
      Connections connections = new Connections(limits.maxConnections(), System::nanoTime);
      EventLoopGroup loops = threads.loops(eventLoops, io.handlers());
      ChannelFuture bound =
          new ServerBootstrap()
              .group(loops)
              .channel(io.serverChannel())
              .option(ChannelOption.SO_REUSEADDR, true)
              .option(ChannelOption.SO_BACKLOG, backlog)
              .childOption(ChannelOption.TCP_NODELAY, tcpNoDelay)
              .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, waterMark)
              // One for all, where every connection would keep its own.
              .childOption(ChannelOption.RECVBUF_ALLOCATOR, new AdaptiveRecvByteBufAllocator())
              .childHandler(
                  new ConnectionInitializer(
                      new Router(service, handler),
                      limits,
                      connections,
                      schedulers(loops),
                      tls,
                      proxies))
              .bind(address)
              .awaitUninterruptibly();
      if (!bound.isSuccess()) {
        loops.shutdownGracefully(0, 0, TimeUnit.SECONDS).awaitUninterruptibly();
        throw cantListen(bound.cause());
      }
      Channel server = bound.channel();
      return new NettyListening(server, connections, loops, threads, service, drainTimeout);
    }

    private UncheckedIOException cantListen(Throwable cause) {
      String message =
          "can't listen on "
              + address.getAddress().getHostAddress()
              + ":"
              + address.getPort()
              + ": "
              + cause.getMessage();
      return new UncheckedIOException(message, new IOException(message, cause));
    }

    private static Map<EventLoop, LoopScheduler> schedulers(EventLoopGroup loops) {
      Map<EventLoop, LoopScheduler> schedulers = new HashMap<>();
      for (EventExecutor loop : loops) {
        schedulers.put((EventLoop) loop, new LoopScheduler((EventLoop) loop));
      }
      return schedulers;
    }
  }
}
