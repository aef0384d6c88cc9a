// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.Transport;
import dev.sockeye.engineio.spi.DueQueue;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the application hears of a session. A part of {@link Session}, of which there are too many
 * for an object more each. What a listener throws ends its session, and nothing else. Session's
 * thread only.
 */
abstract class HeardSession extends DueQueue.Entry<Session> {
  private static final Logger log = LoggerFactory.getLogger(Session.class);

  /** Null before the session opens and once it has ended. */
  private @Nullable SessionListener listener;

  abstract Session self();

  abstract void end(CloseReason reason, @Nullable Throwable cause);

  final boolean isHeard() {
    return listener != null;
  }

  /**
   * The application is told of the session.
   *
   * @param delay how much later, since the session may move to another node until then
   */
  final void introduce(Duration delay) {
    if (delay.isZero()) {
      guarded(this::newListener);
    } else {
      listener = new DelayedListener(self(), delay);
    }
  }

  /** The application is told of a session that has moved here, with its upgrade. */
  final void introduceMoved() {
    guarded(() -> newListener().onUpgrade(self().transport()));
  }

  /** The application, which didn't know of this session, hears of it, and of what has come. */
  final void connect() {
    if (listener instanceof DelayedListener delayed) {
      List<RawData> unheard = delayed.end();
      guarded(this::newListener);
      unheard.forEach(this::tellMessage);
    }
  }

  private SessionListener newListener() {
    SessionListener made = self().server().listenerOf(self());
    listener = made;
    return made;
  }

  /**
   * Ends the session here, for it moves to another node.
   *
   * @return what has come from the peer; null if it can't move, as the application knows of it
   */
  final @Nullable List<RawData> handOver() {
    if (!self().isOpen() || !(listener instanceof DelayedListener delayed)) {
      return null;
    }
    listener = null;
    end(CloseReason.FORCED_CLOSE, null);
    return delayed.end();
  }

  /** Tells of a message, unless the session has ended. */
  final void tellMessage(RawData message) {
    SessionListener to = listener;
    if (to != null && self().isOpen()) {
      try {
        to.onMessage(message);
      } catch (Throwable failure) {
        onFailure(failure);
      }
    }
  }

  final void tellUpgrade(Transport kind) {
    SessionListener to = listener;
    if (to != null) {
      guarded(() -> to.onUpgrade(kind));
    }
  }

  /** Tells of the end, and of nothing after it. */
  final void tellClose(CloseReason reason, @Nullable Throwable cause) {
    SessionListener to = listener;
    listener = null;
    if (to != null) {
      guarded(() -> to.onClose(reason, cause));
    }
  }

  private void guarded(Runnable callback) {
    try {
      callback.run();
    } catch (Throwable failure) {
      onFailure(failure);
    }
  }

  private void onFailure(Throwable failure) {
    log.error("a listener of session {} failed; the session is closed", self().id(), failure);
    end(CloseReason.FORCED_CLOSE, failure);
  }
}
