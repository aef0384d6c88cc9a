// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.ProtocolVersion;
import dev.sockeye.engineio.spi.DueQueue;
import dev.sockeye.engineio.spi.Scheduler;

/**
 * The heartbeats of all sessions of one scheduler, and the deadlines of those that are closing.
 *
 * <p>Since every session waits for the same lengths of time, one queue for each length takes the
 * place of a timer per session. Implements "Heartbeat" of the Engine.IO protocol: in revision 4 the
 * server pings, in revision 3 the client does. Everything happens on the scheduler's thread.
 */
final class Heartbeats {
  private final DueQueue<Session> pingDue;
  private final DueQueue<Session> pongDue;
  private final DueQueue<Session> clientPingDue;
  private final DueQueue<Session> closeDue;

  Heartbeats(Scheduler scheduler, EngineOptions options) {
    long interval = options.pingInterval().toNanos();
    long timeout = options.pingTimeout().toNanos();
    pingDue = new DueQueue<>(scheduler, interval, this::ping);
    pongDue = new DueQueue<>(scheduler, timeout, this::pongMissing);
    clientPingDue = new DueQueue<>(scheduler, interval + timeout, this::clientPingMissing);
    closeDue = new DueQueue<>(scheduler, options.closeTimeout().toNanos(), Session::endClosing);
  }

  /** The session has opened, or its peer has given the sign of life that was due. */
  void onAlive(Session session) {
    (session.protocol() == ProtocolVersion.V4 ? pingDue : clientPingDue).enter(session);
  }

  /**
   * Gives the peer the full time once more: its answer may still be on its way over the transport
   * that was left, or could not be read until now.
   */
  void onDelay(Session session) {
    if (pongDue.holds(session)) {
      pongDue.enter(session);
    } else if (clientPingDue.holds(session)) {
      clientPingDue.enter(session);
    }
  }

  /** The session is closing: it has no heartbeat any more, but a deadline. */
  void onClosing(Session session) {
    closeDue.enter(session);
  }

  /** The session has ended. */
  void onEnd(Session session) {
    DueQueue.leave(session);
  }

  private void ping(Session session) {
    pongDue.enter(session);
    session.output().sendHere(Message.PING);
  }

  private void pongMissing(Session session) {
    expire(session, pongDue);
  }

  private void clientPingMissing(Session session) {
    expire(session, clientPingDue);
  }

  private static void expire(Session session, DueQueue<Session> queue) {
    if (session.isReadable()) {
      session.end(CloseReason.PING_TIMEOUT, null);
    } else {
      // The sign of life may be among what the session doesn't read at the moment.
      queue.enter(session);
    }
  }
}
