// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.adapters.local;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The sessions of clients that were lost; the oldest go when there are too many. */
final class LocalSessions {
  private final int limit;

  /** By private id, in the order of their loss. Guarded by this. */
  private final Map<String, Lost> sessions = new LinkedHashMap<>();

  private record Lost(byte[] session, long since, long keepNanos) {
    boolean isOver(long now) {
      return now - since > keepNanos;
    }
  }

  LocalSessions(int limit) {
    this.limit = limit;
  }

  synchronized void put(String pid, byte[] session, long now, long keepNanos) {
    sessions.remove(pid);
    sessions.put(pid, new Lost(session, now, keepNanos));
    sessions.values().removeIf(lost -> lost.isOver(now));
    if (sessions.size() > limit) {
      sessions.remove(sessions.keySet().iterator().next());
    }
  }

  synchronized Optional<byte[]> take(String pid, long now) {
    Lost lost = sessions.remove(pid);
    return lost == null || lost.isOver(now) ? Optional.empty() : Optional.of(lost.session());
  }
}
