// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answers that one socket owes. Safe for use from any thread. */
final class PendingAcks {
  private final int max;

  /** By number; null before the first and once the socket has left. Guarded by this. */
  private @Nullable Map<Long, PendingAck> pending;

  /** Whether the socket has left. Guarded by this. */
  private boolean isClosed;

  /** What came of a registration. */
  enum Added {
    ADDED,
    /** The socket has left: nothing will ever be heard of it. */
    CLOSED,
    /** It owes as many as it may. */
    FULL
  }

  PendingAcks(int max) {
    this.max = max;
  }

  /** Registers one, unless something is in the way. */
  synchronized Added add(long id, PendingAck ack) {
    if (isClosed) {
      return Added.CLOSED;
    }
    if (pending == null) {
      pending = new HashMap<>();
    } else if (pending.size() >= max) {
      return Added.FULL;
    }
    pending.put(id, ack);
    return Added.ADDED;
  }

  /** Takes one out; null if there is none. */
  synchronized @Nullable PendingAck remove(long id) {
    return pending == null ? null : pending.remove(id);
  }

  /** Lets no more in, and takes all out. */
  synchronized Collection<PendingAck> close() {
    isClosed = true;
    Map<Long, PendingAck> rest = pending;
    pending = null;
    return rest == null ? List.of() : rest.values();
  }

  /** Whether the socket has left. */
  synchronized boolean isClosed() {
    return isClosed;
  }

  synchronized int size() {
    return pending == null ? 0 : pending.size();
  }
}
