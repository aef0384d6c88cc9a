// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import dev.sockeye.engineio.Handshake;
import dev.sockeye.engineio.client.spi.Deadlines;
import dev.sockeye.engineio.spi.DueQueue;
import java.time.Duration;

/**
 * What a connection waits for, and until when: the handshake, then each next ping, in the end its
 * own close. On the connection's thread unless it says otherwise.
 *
 * <p>Implements "Heartbeat" of the Engine.IO protocol: a ping, and nothing else, is a sign of life.
 */
final class Patience extends Deadlines.Deadline {
  private final Session session;
  private final Deadlines deadlines;

  /** How long a ping may take; 0 while something else is waited for. */
  private long pingNanos;

  /** As the scheduler counts; written on the connection's thread, read by any. */
  private volatile long pingDueNanos;

  /** As the wall clock counts, which goes on while the machine is suspended; as the other. */
  private volatile long pingDueMillis;

  /** Written on the connection's thread, read by any. */
  private volatile boolean readable = true;

  Patience(Session session, Deadlines deadlines) {
    this.session = session;
    this.deadlines = deadlines;
  }

  /** Waits for something else than a ping. */
  void await(Duration limit) {
    pingNanos = 0;
    deadlines.enter(session.scheduler(), this, limit.toNanos());
  }

  /**
   * The session has begun.
   *
   * @param isClosing whether its close is what is waited for already
   */
  void begin(Handshake handshake, boolean isClosing) {
    long nanos = handshake.pingInterval().plus(handshake.pingTimeout()).toNanos();
    if (isClosing) {
      expect(nanos);
    } else {
      pingNanos = nanos;
      onPing();
    }
  }

  /** The server has given a sign of life. */
  void onPing() {
    if (pingNanos > 0) {
      expect(pingNanos);
      deadlines.enter(session.scheduler(), this, pingNanos);
    }
  }

  private void expect(long nanos) {
    pingDueNanos = session.scheduler().nanoTime() + nanos;
    pingDueMillis = System.currentTimeMillis() + Duration.ofNanos(nanos).toMillis();
  }

  /** Whether the ping is overdue by either clock. Any thread. */
  boolean hasExpired() {
    return readable
        && (session.scheduler().nanoTime() - pingDueNanos > 0
            || System.currentTimeMillis() > pingDueMillis);
  }

  /** Returns whether that is a change. */
  boolean setReadable(boolean value) {
    if (readable == value) {
      return false;
    }
    readable = value;
    if (readable) {
      onPing();
    }
    return true;
  }

  boolean isReadable() {
    return readable;
  }

  /** Nothing is waited for any more. */
  void end() {
    DueQueue.leave(this);
  }

  @Override
  protected void onDue() {
    if (pingNanos == 0) {
      session.onTimeout();
    } else if (readable) {
      session.onPingMissing();
    } else {
      // The ping may be among what isn't read at the moment.
      onPing();
    }
  }
}
