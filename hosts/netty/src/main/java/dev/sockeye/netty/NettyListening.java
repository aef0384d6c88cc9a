// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import dev.sockeye.engineio.server.spi.HttpService;
import dev.sockeye.engineio.server.spi.Listening;
import dev.sockeye.websocket.Wire;
import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.EventExecutor;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A bound port and the loops behind it. */
final class NettyListening implements Listening {
  private static final Logger log = LoggerFactory.getLogger(NettyListening.class);

  /** What ends within milliseconds, unless something is broken, gets as long on a busy machine. */
  private static final Duration LEAST_PATIENCE = Duration.ofSeconds(5);

  private final Channel server;
  private final Connections connections;
  private final EventLoopGroup loops;
  private final LoopThreads threads;
  private final @Nullable HttpService service;
  private final Duration drainTimeout;
  private final Duration patience;
  private final InetSocketAddress address;
  private final CompletableFuture<Void> stopped = new CompletableFuture<>();

  NettyListening(
      Channel server,
      Connections connections,
      EventLoopGroup loops,
      LoopThreads threads,
      @Nullable HttpService service,
      Duration drainTimeout) {
    this.server = server;
    this.connections = connections;
    this.loops = loops;
    this.threads = threads;
    this.service = service;
    this.drainTimeout = drainTimeout;
    this.patience = drainTimeout.compareTo(LEAST_PATIENCE) < 0 ? LEAST_PATIENCE : drainTimeout;
    this.address = (InetSocketAddress) server.localAddress();
    server.closeFuture().addListener(closed -> stopped.complete(null));
    server.eventLoop().terminationFuture().addListener(ended -> onLoopEnded(ended.cause()));
  }

  /** A loop that ends in order has closed the port before; one that dies closes nothing. */
  private void onLoopEnded(@Nullable Throwable cause) {
    stopped.completeExceptionally(
        new IllegalStateException(
            "the event loop that accepted on port "
                + address.getPort()
                + " died; the port stays bound until the program ends",
            cause));
  }

  @Override
  public InetSocketAddress address() {
    return address;
  }

  @Override
  public CompletableFuture<Void> stopAccepting() {
    if (server.isOpen()) {
      Wire.close(server);
    }
    return stopped.copy();
  }

  @Override
  public void close() {
    for (EventExecutor loop : loops) {
      if (loop.inEventLoop()) {
        throw new IllegalStateException(
            "close() waits for the event loops, so it must not be called on one of them");
      }
    }
    freePort();
    drain();
    // An event loop that happens to be busy when it is told to end may leave its channels open.
    long open = connections.close(patience);
    if (open > 0) {
      log.error("{} connections didn't close within {} and are left behind", open, patience);
    }
    endLoops();
  }

  private void freePort() {
    try {
      stopAccepting().orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS).join();
    } catch (CompletionException e) {
      log.error("port {} was not freed", address.getPort(), e.getCause());
    }
  }

  private void endLoops() {
    loops
        .shutdownGracefully(0, drainTimeout.toMillis(), TimeUnit.MILLISECONDS)
        .awaitUninterruptibly(patience.toMillis());
    try {
      List<String> alive = threads.join(patience);
      if (!alive.isEmpty()) {
        log.error("the threads {} didn't end within {} and are left behind", alive, patience);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Gives the service its time; an interrupted caller doesn't wait, but everything is closed. */
  private void drain() {
    if (service == null) {
      return;
    }
    try {
      service.close().get(drainTimeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      log.warn("the service was not drained within {}; closing what is left", drainTimeout);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | RuntimeException e) {
      log.error("draining the service failed; closing what is left", e);
    }
  }
}
