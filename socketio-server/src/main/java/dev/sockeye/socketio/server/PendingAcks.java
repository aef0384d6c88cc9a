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
  /** By number; null before the first and once the socket has left. Guarded by this. */
  private @Nullable Map<Long, PendingAck> pending;

  /** Whether the socket has left. Guarded by this. */
  private boolean isClosed;

  /** Registers one; false if the socket has left, and then nothing will ever be heard of it. */
  synchronized boolean add(long id, PendingAck ack) {
    if (isClosed) {
      return false;
    }
    if (pending == null) {
      pending = new HashMap<>();
    }
    pending.put(id, ack);
    return true;
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
