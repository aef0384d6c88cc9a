// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.Packet;
import dev.sockeye.engineio.PacketType;
import dev.sockeye.engineio.spi.Scheduler;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An upgrade in progress, from a session's polling to a WebSocket:
 *
 * <pre>
 * client, WebSocket   2probe              5
 * server, WebSocket           3probe          messages …
 * server, polling     …       6, so that no GET is left hanging
 * </pre>
 *
 * <p>Until the {@code 5} everything goes over polling; whatever goes wrong closes the WebSocket
 * only. Session's thread only. Implements "Upgrade" of the Engine.IO protocol.
 */
final class Upgrade implements UpgradeInProgress {
  private static final Logger log = LoggerFactory.getLogger(Upgrade.class);
  static final String PROBE = "probe";

  /**
   * A client that has not seen the {@code 3probe} yet asks again; usually once. One for which it is
   * still under way must not run in circles.
   */
  private static final int FREE_POLLS = 2;

  private static final long POLL_PAUSE_NANOS = Duration.ofMillis(100).toNanos();

  private final Session session;
  private final PollingTransport from;
  private final WebSocketTransport to;
  private final Scheduler.Cancellable timeout;
  private Scheduler.@Nullable Cancellable pause;
  private int freePolls = FREE_POLLS;
  private boolean probed;

  /** Whether it has failed or been committed. */
  private boolean over;

  Upgrade(Session session, PollingTransport from, WebSocketTransport to) {
    this.session = session;
    this.from = from;
    this.to = to;
    Duration limit = session.options().upgradeTimeout();
    this.timeout =
        session.scheduler().schedule(() -> fail("no upgrade within " + limit), limit.toNanos());
    to.probeFor(this);
  }

  /** The WebSocket is open. */
  void onOpen() {
    if (over) {
      to.close(CloseReason.TRANSPORT_ERROR);
    }
  }

  /** A packet on the WebSocket. */
  void onPacket(Packet packet) {
    if (over) {
      return;
    }
    if (packet.type() == PacketType.PING && packet.data().text().equals(PROBE)) {
      probed = true;
      to.sendNow(Message.control(PacketType.PONG, packet.data()));
      from.releasePoll(session.output().queue());
    } else if (packet.type() == PacketType.UPGRADE) {
      stop();
      to.takeOver();
      session.upgradeTo(to);
    } else {
      fail("unexpected packet: " + packet.type());
    }
  }

  /** While a client may already wait for a GET's answer before it commits, it gets one. */
  @Override
  public void onPoll() {
    if (!probed) {
      return;
    }
    if (freePolls > 0) {
      freePolls--;
      from.releasePoll(session.output().queue());
    } else if (pause == null) {
      pause = session.scheduler().schedule(this::afterPause, POLL_PAUSE_NANOS);
    }
  }

  private void afterPause() {
    pause = null;
    from.releasePoll(session.output().queue());
  }

  /** Gives up: the session stays where it is. */
  void fail(String why) {
    if (over) {
      return;
    }
    log.debug("session {} is not upgraded: {}", session.id(), why);
    abandon();
    session.upgradeFailed();
  }

  @Override
  public void abandon() {
    stop();
    to.close(CloseReason.TRANSPORT_ERROR);
  }

  private void stop() {
    over = true;
    timeout.cancel();
    if (pause != null) {
      pause.cancel();
    }
  }
}
