// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import java.util.concurrent.atomic.AtomicInteger;

/** How many sockets are in a namespace, or about to be, where it ends with the last of them. */
final class Occupancy {
  private static final int ENDED = -1;

  private final AtomicInteger sockets = new AtomicInteger();

  /** Counts one more; false if the last has left. */
  boolean enter() {
    return sockets.updateAndGet(count -> count == ENDED ? ENDED : count + 1) != ENDED;
  }

  /** Counts one less; true if it was the last. */
  boolean leave() {
    return sockets.updateAndGet(count -> count == 1 ? ENDED : count - 1) == ENDED;
  }
}
