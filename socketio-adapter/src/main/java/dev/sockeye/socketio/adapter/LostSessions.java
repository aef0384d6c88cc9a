// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.adapter;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of one namespace that may come back, the one that was lost first in front. Not safe
 * for use from several threads.
 */
final class LostSessions {
  private final int max;
  private final long keepNanos;
  private final LinkedHashMap<String, Lost> byPid = new LinkedHashMap<>();

  LostSessions(int max, long keepNanos) {
    this.max = max;
    this.keepNanos = keepNanos;
  }

  /**
   * A session.
   *
   * @param lostAt when its connection was lost
   * @param memberships when it was in which room
   */
  record Lost(SocketSession session, long lostAt, Memberships memberships) {}

  /** Keeps a session; the oldest one makes room for it. */
  void add(Lost lost) {
    byPid.put(lost.session().pid(), lost);
    if (byPid.size() > max) {
      byPid.remove(byPid.keySet().iterator().next());
    }
  }

  /** Takes a session out; null if there is none or its time is over. */
  @Nullable Lost remove(String pid, long now) {
    Lost lost = byPid.remove(pid);
    return lost == null || isOver(lost, now) ? null : lost;
  }

  /** Drops the sessions whose time is over. */
  void expire(long now) {
    var oldest = byPid.values().iterator();
    while (oldest.hasNext() && isOver(oldest.next(), now)) {
      oldest.remove();
    }
  }

  private boolean isOver(Lost lost, long now) {
    return now - lost.lostAt() > keepNanos;
  }

  boolean isEmpty() {
    return byPid.isEmpty();
  }
}
