// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import dev.sockeye.websocket.Wire;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open connections of a host: not more than a limit, and all of them closed when the host is.
 * Safe for use from any thread.
 */
final class Connections {
  private static final Logger log = LoggerFactory.getLogger(Connections.class);
  private static final long QUIET_NANOS = 60_000_000_000L;

  private final int limit;
  private final LongSupplier nanoTime;
  private final AtomicInteger count = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();

  /** When refusals may be logged again. */
  private final AtomicLong loudNanos;

  /** What was admitted and is not closed yet. */
  private final Set<Channel> open = ConcurrentHashMap.newKeySet();

  /** Whether all are closed, also those that come yet. Set once. */
  private volatile boolean isClosed;

  /** One for all channels, and the only one of most: Netty keeps a single listener as it is. */
  private final ChannelFutureListener leave = closed -> leave(closed.channel());

  Connections(int limit, LongSupplier nanoTime) {
    this.limit = limit;
    this.nanoTime = nanoTime;
    this.loudNanos = new AtomicLong(nanoTime.getAsLong());
  }

  /** Takes a connection until it is closed; false if there are too many already. */
  boolean admit(Channel channel) {
    if (count.incrementAndGet() > limit) {
      count.decrementAndGet();
      refused.incrementAndGet();
      logRefusals();
      return false;
    }
    open.add(channel);
    channel.closeFuture().addListener(leave);
    if (isClosed) {
      Wire.close(channel);
    }
    return true;
  }

  private void leave(Channel channel) {
    open.remove(channel);
    count.decrementAndGet();
  }

  /** Once a minute at most: whoever floods the host shall not flood its logs. */
  private void logRefusals() {
    long loud = loudNanos.get();
    long now = nanoTime.getAsLong();
    if (now - loud >= 0 && loudNanos.compareAndSet(loud, now + QUIET_NANOS)) {
      log.warn(
          "closed {} new connections, as {} are open, which is the limit; maxConnections changes it",
          refused.getAndSet(0),
          limit);
    }
  }

  /**
   * Closes all, also those that come yet, and waits until they are closed; returns how many are not
   * in the end.
   */
  long close(Duration patience) {
    isClosed = true;
    List<Channel> rest = List.copyOf(open);
    rest.forEach(Wire::close);
    long end = nanoTime.getAsLong() + patience.toNanos();
    return rest.stream()
        .map(Channel::closeFuture)
        .filter(
            closed ->
                !closed.awaitUninterruptibly(end - nanoTime.getAsLong(), TimeUnit.NANOSECONDS))
        .count();
  }
}
