// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import dev.sockeye.engineio.client.spi.Route;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP connections of an event loop that wait for another request. One timer serves them all:
 * they wait equally long, so the oldest is the next to go. For the loop's thread.
 *
 * @param <C> the connections
 */
final class NettyPool<C extends NettyPool.Connection> {
  /** What the pool must know of a connection. */
  interface Connection {
    Route route();

    /** Closes it and tells nothing. */
    void close();
  }

  private record Idle<C>(C connection, long since) {}

  private final EventLoop loop;
  private final long keepAliveNanos;

  /** The one that has waited longest first. */
  private final Deque<Idle<C>> idle = new ArrayDeque<>();

  /** The next sweep; null if none is due. */
  private @Nullable Future<?> sweep;

  NettyPool(EventLoop loop, Duration keepAlive) {
    this.loop = loop;
    this.keepAliveNanos = keepAlive.toNanos();
  }

  /** Takes the connection that was used last; null if there is none. */
  @Nullable C take(Route route) {
    for (Iterator<Idle<C>> newest = idle.descendingIterator(); newest.hasNext(); ) {
      C connection = newest.next().connection();
      if (connection.route().equals(route)) {
        newest.remove();
        return connection;
      }
    }
    return null;
  }

  void put(C connection) {
    idle.addLast(new Idle<>(connection, System.nanoTime()));
    sweepLater(keepAliveNanos);
  }

  /** Forgets a connection that has closed. */
  void remove(C connection) {
    idle.removeIf(waiting -> waiting.connection() == connection);
  }

  /** Closes all. */
  void clear() {
    List<Idle<C>> all = List.copyOf(idle);
    idle.clear();
    all.forEach(waiting -> waiting.connection().close());
  }

  private void sweepLater(long delay) {
    if (sweep == null && !loop.isShuttingDown()) {
      sweep = loop.schedule(this::sweep, delay, TimeUnit.NANOSECONDS);
    }
  }

  private void sweep() {
    sweep = null;
    long now = System.nanoTime();
    for (Idle<C> oldest = idle.peekFirst(); oldest != null; oldest = idle.peekFirst()) {
      long left = oldest.since() + keepAliveNanos - now;
      if (left > 0) {
        sweepLater(left);
        return;
      }
      idle.removeFirst();
      oldest.connection().close();
    }
  }
}
