// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.spi.Scheduler;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An upgrade to a WebSocket that another node has got. How far it is is not known here, so each
 * poll is released after a while: the client waits for its answer before it commits. Session's
 * thread only.
 */
final class RemoteUpgrade implements UpgradeInProgress {
  private static final Logger log = LoggerFactory.getLogger(RemoteUpgrade.class);

  private final Session session;
  private final PollingTransport from;
  private final String node;
  private final long noopNanos;
  private final Scheduler.Cancellable timeout;

  /** Null unless a poll waits to be released. */
  private Scheduler.@Nullable Cancellable pause;

  RemoteUpgrade(
      Session session, PollingTransport from, String node, Duration noopInterval, Duration limit) {
    this.session = session;
    this.from = from;
    this.node = node;
    this.noopNanos = noopInterval.toNanos();
    this.timeout =
        session.scheduler().schedule(() -> fail("no upgrade within " + limit), limit.toNanos());
  }

  /** The node that has the WebSocket. */
  String node() {
    return node;
  }

  @Override
  public void onPoll() {
    if (pause == null) {
      pause = session.scheduler().schedule(this::release, noopNanos);
    }
  }

  private void release() {
    pause = null;
    from.releasePoll(session.output().queue());
  }

  /** Gives up: the session stays where it is. */
  void fail(String why) {
    log.debug("session {} is not upgraded at node {}: {}", session.id(), node, why);
    stop();
    session.upgradeFailed();
  }

  @Override
  public void abandon() {
    stop();
  }

  /** It is over. */
  void stop() {
    timeout.cancel();
    if (pause != null) {
      pause.cancel();
      pause = null;
    }
  }
}
