// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import dev.sockeye.engineio.client.spi.Deadlines;
import dev.sockeye.engineio.client.spi.HttpCall;
import dev.sockeye.engineio.client.spi.HttpCallback;
import dev.sockeye.engineio.client.spi.Network;
import dev.sockeye.engineio.client.spi.WebSocketCall;
import dev.sockeye.engineio.client.spi.WebSocketCallback;
import dev.sockeye.engineio.spi.Bounds;
import dev.sockeye.engineio.spi.Scheduler;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandler;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The network of clients by default: HTTP/1.1 and WebSocket on Netty's event loops.
 *
 * <p>A client makes one for itself and closes it when it is closed. To let many clients share the
 * threads, make one, give it to each, and close it after them:
 *
 * <pre>{@code
 * NettyNetwork network = NettyNetwork.create();
 * EngineClient one = EngineClient.builder("https://a.example").network(network).build();
 * EngineClient two = EngineClient.builder("https://b.example").network(network).build();
 * }</pre>
 *
 * <p><b>Threads.</b> The event loops ({@link Builder#eventLoops}), and up to two that ask for the
 * addresses of names and end when nothing is asked. All are daemons: the JVM ends when the
 * application has, open connections or not.
 *
 * <p><b>HTTP connections</b> are kept for later requests on an equal {@link
 * dev.sockeye.engineio.client.spi.Route}, and closed when they were idle for {@link
 * Builder#keepAlive}. A server may close one in the moment it is used again. A {@code GET} that
 * lost its connection so, before anything of a response came, is sent once more over a new one. A
 * {@code POST} is not: the server may have read it.
 *
 * <p><b>Content-Encoding.</b> {@code gzip} and {@code deflate} are undone. They are not asked for:
 * the call's headers may.
 */
public final class NettyNetwork implements Network {
  private static final Logger log = LoggerFactory.getLogger(NettyNetwork.class);

  private final NettyOptions options;
  private final EventLoopGroup loops;
  private final List<NettyScheduler> schedulers;
  private final NettyConnector connector;
  private final NameLookup names = new NameLookup();
  private final AtomicInteger next = new AtomicInteger();
  private final Deadlines deadlines = new Deadlines();

  /** What each loop waits with, in the order of the schedulers. */
  private final List<IoHandler> handlers = new ArrayList<>();

  private NettyNetwork(Builder builder) {
    options = new NettyOptions(builder.keepAlive, builder.closeTimeout, builder.maxHeaderBytes);
    boolean epoll = builder.nativeTransport && Epoll.isAvailable();
    IoHandlerFactory factory = epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
    Class<? extends SocketChannel> type = epoll ? EpollSocketChannel.class : NioSocketChannel.class;
    loops =
        new MultiThreadIoEventLoopGroup(
            builder.eventLoops,
            new DefaultThreadFactory("sockeye-client", true),
            executor -> {
              IoHandler handler = factory.newHandler(executor);
              handlers.add(handler);
              return handler;
            });
    connector = new NettyConnector(type, names);
    schedulers =
        StreamSupport.stream(loops.spliterator(), false)
            .map(loop -> new NettyScheduler((EventLoop) loop, options.keepAlive()))
            .toList();
  }

  /** A network with the defaults. */
  public static NettyNetwork create() {
    return builder().build();
  }

  /** Sets a network up. */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public Scheduler scheduler() {
    return schedulers.get(Math.floorMod(next.getAndIncrement(), schedulers.size()));
  }

  @Override
  public Deadlines deadlines() {
    return deadlines;
  }

  @Override
  public Scheduler.Cancellable send(HttpCall call, Scheduler scheduler, HttpCallback callback) {
    NettyHttpCall sent =
        new NettyHttpCall(call, own(scheduler), connector, options.maxHeaderBytes(), callback);
    sent.start();
    return sent;
  }

  @Override
  public Scheduler.Cancellable openWebSocket(
      WebSocketCall call, Scheduler scheduler, WebSocketCallback callback) {
    NettyHandshake handshake = new NettyHandshake(call, options, callback);
    handshake.start(connector, own(scheduler).loop());
    return handshake;
  }

  private NettyScheduler own(Scheduler scheduler) {
    if (!(scheduler instanceof NettyScheduler own) || !schedulers.contains(own)) {
      throw new IllegalArgumentException("not a scheduler of this network: " + scheduler);
    }
    if (!own.inThread()) {
      throw new IllegalStateException("to be called on the thread of the scheduler");
    }
    return own;
  }

  @Override
  public CompletableFuture<Void> close() {
    names.close();
    CompletableFuture<Void> closed = new CompletableFuture<>();
    for (int i = 0; i < handlers.size(); i++) {
      end(schedulers.get(i).loop(), handlers.get(i));
    }
    loops.terminationFuture().addListener(ended -> closed.complete(null));
    return closed;
  }

  /**
   * Ends one thread. A loop that is told to end while it runs tasks may do so without another look
   * at its channels, which would stay open with what they have to write: so they go first.
   */
  private static void end(EventLoop loop, IoHandler handler) {
    try {
      loop.execute(
          () -> {
            handler.prepareToDestroy();
            shutDown(loop);
          });
    } catch (RejectedExecutionException e) {
      log.debug("{} has ended already", loop, e);
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the group's future tells when all have ended
  private static void shutDown(EventLoop loop) {
    loop.shutdownGracefully(0, 5, TimeUnit.SECONDS);
  }

  /** Sets a {@link NettyNetwork} up. */
  public static final class Builder {
    private int eventLoops = Math.min(2, Runtime.getRuntime().availableProcessors());
    private boolean nativeTransport = true;
    private Duration keepAlive = Duration.ofSeconds(4);
    private Duration closeTimeout = Duration.ofSeconds(5);
    private int maxHeaderBytes = 32 * 1024;

    private Builder() {}

    /**
     * The number of threads that serve connections. Default 2, or 1 where there is one core: one
     * carries thousands of connections, so more pay for load generators only.
     *
     * @throws IllegalArgumentException if it isn't positive
     */
    public Builder eventLoops(int count) {
      eventLoops = Bounds.positive("eventLoops", count);
      return this;
    }

    /**
     * Whether Linux's epoll is used where it can be, instead of the JDK's selectors. Default so.
     */
    public Builder nativeTransport(boolean use) {
      nativeTransport = use;
      return this;
    }

    /**
     * How long an HTTP connection is kept for another request. Default 4 s: Node.js closes its side
     * after 5 s, and whoever closes first never meets a request on its way.
     *
     * @throws IllegalArgumentException if it is under 1 ms
     */
    public Builder keepAlive(Duration idle) {
      keepAlive = Bounds.time("keepAlive", idle);
      return this;
    }

    /**
     * How long a WebSocket that is being closed waits for the server's answer. Default 5 s.
     *
     * @throws IllegalArgumentException if it is under 1 ms
     */
    public Builder closeTimeout(Duration timeout) {
      closeTimeout = Bounds.time("closeTimeout", timeout);
      return this;
    }

    /**
     * The most that the headers of a response may have together. Default 32 KiB.
     *
     * @throws IllegalArgumentException if it isn't positive
     */
    public Builder maxHeaderBytes(int bytes) {
      maxHeaderBytes = Bounds.positive("maxHeaderBytes", bytes);
      return this;
    }

    /** Starts the network; its threads begin with its first connection. */
    public NettyNetwork build() {
      return new NettyNetwork(this);
    }
  }
}
