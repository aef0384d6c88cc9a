// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.engineio.server.EngineServer;
import dev.sockeye.engineio.server.spi.Listening;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The end of a server, step by step. */
final class Shutdown {
  private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);

  private final EngineServer engine;
  private final Duration delay;
  private final List<Listening> hosts = new CopyOnWriteArrayList<>();

  /** Complete when all but the hosts has ended; null before the end began. Guarded by this. */
  private @Nullable CompletableFuture<Void> end;

  /** Whether the end is near. Never becomes false again. */
  private volatile boolean hasStarted;

  /** Whether nothing new is taken any more. Written while this is locked. */
  private volatile boolean isRefusing;

  /**
   * @param delay how long the server goes on as before
   */
  Shutdown(EngineServer engine, Duration delay) {
    this.engine = engine;
    this.delay = delay;
  }

  /** Closes a host at the end. */
  Listening track(Listening host) {
    hosts.add(host);
    return host;
  }

  boolean hasStarted() {
    return hasStarted;
  }

  boolean isRefusing() {
    return isRefusing;
  }

  /** Ends the server and its hosts. */
  CompletableFuture<Void> start(Collection<Namespace> namespaces) {
    hasStarted = true;
    CompletableFuture<Void> drained =
        delay.isZero() || isRefusing
            ? drain(namespaces)
            : CompletableFuture.runAsync(
                    () -> {},
                    CompletableFuture.delayedExecutor(delay.toNanos(), TimeUnit.NANOSECONDS))
                .thenCompose(over -> drain(namespaces));
    // Off the event loops, which a host waits for.
    return drained.thenRunAsync(() -> hosts.forEach(Listening::close));
  }

  /** Ends all but the hosts: what a host waits for when it is closed first. */
  CompletableFuture<Void> drain(Collection<Namespace> namespaces) {
    CompletableFuture<Void> go = new CompletableFuture<>();
    CompletableFuture<Void> result;
    synchronized (this) {
      if (end == null) {
        hasStarted = true;
        isRefusing = true;
        end = go.thenCompose(ignored -> run(namespaces));
      }
      result = end;
    }
    go.complete(null);
    return result.copy();
  }

  private CompletableFuture<Void> run(Collection<Namespace> namespaces) {
    return all(hosts.stream().map(Listening::stopAccepting))
        .thenCompose(ignored -> disconnect(namespaces))
        .thenCompose(ignored -> closeAdapters(namespaces))
        .exceptionally(
            error -> {
              LOG.warn("closing goes on after a failure", error);
              return null;
            })
        .thenCompose(ignored -> engine.close());
  }

  /** Complete when the listeners of all sockets have heard of it, or the time is over. */
  private CompletableFuture<Void> disconnect(Collection<Namespace> namespaces) {
    List<CompletableFuture<?>> lanes = new ArrayList<>();
    for (Namespace namespace : namespaces) {
      for (Socket socket : namespace.sockets()) {
        socket.close(DisconnectReason.SERVER_SHUTTING_DOWN, null);
        CompletableFuture<Void> empty = new CompletableFuture<>();
        socket.lane().execute(() -> empty.complete(null));
        lanes.add(empty);
      }
    }
    return all(lanes.stream())
        .completeOnTimeout(null, engine.options().drainTimeout().toNanos(), TimeUnit.NANOSECONDS);
  }

  private static CompletableFuture<Void> closeAdapters(Collection<Namespace> namespaces) {
    return all(
        namespaces.stream().map(namespace -> namespace.adapter().close().toCompletableFuture()));
  }

  private static CompletableFuture<Void> all(Stream<? extends CompletableFuture<?>> stages) {
    return CompletableFuture.allOf(stages.toArray(CompletableFuture<?>[]::new));
  }
}
