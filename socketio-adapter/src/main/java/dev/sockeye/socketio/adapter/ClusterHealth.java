// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.adapter;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What goes wrong in one namespace of a cluster: told to the observer each time, and to the log so
 * that it can be read: one line on loss, one on healing, and of other troubles one a minute.
 */
final class ClusterHealth {
  private static final Logger LOG = LoggerFactory.getLogger(ClusterHealth.class);
  private static final long QUIET = Duration.ofMinutes(1).toNanos();

  private final String namespace;
  private final ClusterObserver observer;
  private final ClusterTimer timer;
  private final AtomicBoolean isLost = new AtomicBoolean();

  /** How many troubles no line was written about. Guarded by this. */
  private int unsaid;

  /** When the last line was written about a trouble. Guarded by this. */
  private long saidAt;

  ClusterHealth(String namespace, ClusterOptions options) {
    this.namespace = namespace;
    this.observer = options.observer();
    this.timer = options.timer();
    this.saidAt = timer.nanoTime() - QUIET;
  }

  void onLost(Throwable why) {
    observer.onLost(namespace, why);
    if (isLost.compareAndSet(false, true)) {
      LOG.warn(
          "{}: the other nodes can't be reached; events go to this node's clients only ({})",
          namespace,
          why.toString());
    }
  }

  void onRestored() {
    observer.onRestored(namespace);
    if (isLost.compareAndSet(true, false)) {
      LOG.info("{}: the other nodes can be reached again", namespace);
    }
  }

  void onPublishFailure(Throwable why) {
    observer.onPublishFailure(namespace, why);
    say("a message did not get to the other nodes", why);
  }

  void onGarbage(RuntimeException why) {
    observer.onGarbage(namespace, why);
    say("something came that is no message of a node", why);
  }

  void onTimeout(int expected, int received) {
    observer.onTimeout(namespace, expected, received);
    say("only " + received + " of " + expected + " other nodes have answered", null);
  }

  /** A listener or a socket of this node failed while it dealt with a message. */
  void onFailure(Throwable why) {
    say("a message of another node could not be dealt with", why);
  }

  void onServerJoined(String uid) {
    observer.onServerJoined(namespace, uid);
  }

  void onServerLeft(String uid) {
    observer.onServerLeft(namespace, uid);
  }

  private void say(String what, @Nullable Throwable why) {
    int more;
    synchronized (this) {
      long now = timer.nanoTime();
      if (now - saidAt < QUIET) {
        unsaid++;
        return;
      }
      more = unsaid;
      unsaid = 0;
      saidAt = now;
    }
    LOG.warn("{}: {} ({} more since the last such line)", namespace, what, more, why);
  }
}
