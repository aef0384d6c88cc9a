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
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP connections of an event loop that wait for another request. One timer serves them all:
 * they wait equally long, so the oldest is the next to go. For the loop's thread.
 */
final class NettyPool {
  private final EventLoop loop;
  private final long keepAliveNanos;

  /** The one that has waited longest first. */
  private final Deque<NettyHttpConnection> idle = new ArrayDeque<>();

  /** The next sweep; null if none is due. */
  private @Nullable Future<?> sweep;

  NettyPool(EventLoop loop, Duration keepAlive) {
    this.loop = loop;
    this.keepAliveNanos = keepAlive.toNanos();
  }

  /** Takes the connection that was used last; null if there is none. */
  @Nullable NettyHttpConnection take(Route route) {
    for (Iterator<NettyHttpConnection> newest = idle.descendingIterator(); newest.hasNext(); ) {
      NettyHttpConnection connection = newest.next();
      if (connection.route().equals(route)) {
        newest.remove();
        return connection;
      }
    }
    return null;
  }

  void put(NettyHttpConnection connection) {
    connection.idleSince(System.nanoTime());
    idle.addLast(connection);
    sweepLater(keepAliveNanos);
  }

  /** Forgets a connection that has closed. */
  void remove(NettyHttpConnection connection) {
    idle.remove(connection);
  }

  private void sweepLater(long delay) {
    if (sweep == null && !loop.isShuttingDown()) {
      sweep = loop.schedule(this::sweep, delay, TimeUnit.NANOSECONDS);
    }
  }

  private void sweep() {
    sweep = null;
    long now = System.nanoTime();
    for (NettyHttpConnection oldest = idle.peekFirst(); oldest != null; oldest = idle.peekFirst()) {
      long left = oldest.idleSince() + keepAliveNanos - now;
      if (left > 0) {
        sweepLater(left);
        return;
      }
      idle.removeFirst();
      oldest.close();
    }
  }
}
