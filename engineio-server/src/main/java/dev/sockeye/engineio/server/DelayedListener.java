// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.Transport;
import dev.sockeye.engineio.spi.Scheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a session's messages while the application doesn't know of it, since it may still move to
 * another node. Session's thread only.
 */
final class DelayedListener implements SessionListener {
  /** Whoever sends more at once is let in early. */
  private static final int MAX_BYTES = 64 * 1024;

  private final Session session;
  private final Scheduler.Cancellable timer;
  private final List<RawData> unheard = new ArrayList<>();
  private int bytes;

  DelayedListener(Session session, Duration delay) {
    this.session = session;
    this.timer = session.scheduler().schedule(session::connect, delay.toNanos());
  }

  /** The delay is over; gives what has come meanwhile. */
  List<RawData> end() {
    timer.cancel();
    return unheard;
  }

  @Override
  public void onMessage(RawData message) {
    unheard.add(message);
    bytes += message.length();
    if (bytes > MAX_BYTES || unheard.size() > 1000) {
      session.connect();
    }
  }

  @Override
  public void onUpgrade(Transport transport) {
    // It will not move any more.
    session.connect();
    session.tellUpgrade(transport);
  }

  @Override
  public void onClose(CloseReason reason, @Nullable Throwable cause) {
    timer.cancel();
    if (!unheard.isEmpty()) {
      // What the client was told to have arrived must be heard.
      SessionListener late = session.server().listenerOf(session);
      unheard.forEach(late::onMessage);
      late.onClose(reason, cause);
    }
  }
}
