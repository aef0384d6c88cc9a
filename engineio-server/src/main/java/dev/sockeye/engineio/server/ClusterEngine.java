// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.spi.Bounds;
import dev.sockeye.engineio.spi.SessionBus;
import java.time.Duration;
import java.util.Objects;

/**
 * How the nodes of a cluster serve each other's sessions, so that a load balancer may send each
 * request to any of them: {@link EngineOptionsBuilder#clusterEngine}. Immutable; each option
 * returns a new value.
 *
 * <p>A node that gets a request of a session that it doesn't have asks the others whose it is, and
 * passes the packets on. A client that begins with polling and moves to WebSocket soon takes its
 * session with it, to the node that got the WebSocket; for that the application hears of a polling
 * session a little later. Only clients of revision 4 of the protocol are passed on.
 *
 * <p>Implements the protocol of npm {@code @socket.io/cluster-engine} 0.1, with its options.
 *
 * @param bus what carries the messages; this node's own
 * @param responseTimeout how long other nodes may take to answer; default 1 second. So long takes
 *     the refusal of an id that nobody knows
 * @param noopUpgradeInterval how long a poll may wait while its client upgrades at another node;
 *     default 200 ms
 * @param delayedConnectionTimeout how long the application isn't told of a polling session, which
 *     may move until then; zero for not at all, so that no session moves. Default 300 ms
 * @param maxPendingRequests how many requests may wait for other nodes' answers; one more is
 *     refused as if its session were unknown. Default 10,000
 */
public record ClusterEngine(
    SessionBus bus,
    Duration responseTimeout,
    Duration noopUpgradeInterval,
    Duration delayedConnectionTimeout,
    int maxPendingRequests) {

  /** Checks the values. */
  public ClusterEngine {
    Objects.requireNonNull(bus, "bus");
    Bounds.time("responseTimeout", responseTimeout);
    Bounds.time("noopUpgradeInterval", noopUpgradeInterval);
    if (!delayedConnectionTimeout.isZero()) {
      Bounds.time("delayedConnectionTimeout", delayedConnectionTimeout);
    }
    Bounds.positive("maxPendingRequests", maxPendingRequests);
  }

  /** The defaults, over a bus. */
  public static ClusterEngine over(SessionBus bus) {
    return new ClusterEngine(
        bus, Duration.ofSeconds(1), Duration.ofMillis(200), Duration.ofMillis(300), 10_000);
  }

  /**
   * With another {@link #responseTimeout()}.
   *
   * @throws IllegalArgumentException if it is under 1 ms
   */
  public ClusterEngine responseTimeout(Duration timeout) {
    return new ClusterEngine(
        bus, timeout, noopUpgradeInterval, delayedConnectionTimeout, maxPendingRequests);
  }

  /**
   * With another {@link #noopUpgradeInterval()}.
   *
   * @throws IllegalArgumentException if it is under 1 ms
   */
  public ClusterEngine noopUpgradeInterval(Duration interval) {
    return new ClusterEngine(
        bus, responseTimeout, interval, delayedConnectionTimeout, maxPendingRequests);
  }

  /**
   * With another {@link #delayedConnectionTimeout()}.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public ClusterEngine delayedConnectionTimeout(Duration timeout) {
    return new ClusterEngine(
        bus, responseTimeout, noopUpgradeInterval, timeout, maxPendingRequests);
  }

  /**
   * With another {@link #maxPendingRequests()}.
   *
   * @throws IllegalArgumentException if it isn't positive
   */
  public ClusterEngine maxPendingRequests(int requests) {
    return new ClusterEngine(
        bus, responseTimeout, noopUpgradeInterval, delayedConnectionTimeout, requests);
  }
}
