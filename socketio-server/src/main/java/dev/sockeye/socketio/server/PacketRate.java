// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.engineio.server.Session;
import dev.sockeye.socketio.spi.Lane;

/**
 * Reads a connection no further when more packets have come in a second than may. A payload is
 * taken in as a whole: what is too many in it is made up for by a longer pause. Used on the
 * session's thread.
 */
final class PacketRate {
  private static final long SECOND = 1_000_000_000L;

  private final int max;

  /** The packets of this second, and what was too many before. */
  private int count;

  /** When the second began; meaningless while nothing is counted. */
  private long start;

  PacketRate(int max) {
    this.max = max;
  }

  /** Counts a packet that has come. */
  void count(Session session, Lane lane) {
    long now = session.scheduler().nanoTime();
    moveOn(now);
    count++;
    if (count >= max && lane.throttle(true)) {
      pause(now, session, lane);
    }
  }

  private void pause(long now, Session session, Lane lane) {
    session.scheduler().schedule(() -> resume(session, lane), start + SECOND - now);
  }

  private void resume(Session session, Lane lane) {
    long now = session.scheduler().nanoTime();
    moveOn(now);
    if (count >= max && session.isOpen()) {
      pause(now, session, lane);
    } else {
      lane.throttle(false);
    }
  }

  /** Begins another second if this one is over. */
  private void moveOn(long now) {
    if (count > 0) {
      long seconds = (now - start) / SECOND;
      start += seconds * SECOND;
      count = (int) Math.max(0, count - seconds * max);
    }
    if (count == 0) {
      start = now;
    }
  }
}
