// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.adapter;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * When a client was in which room, told by the numbers of events: who comes back gets what went to
 * its rooms while it was in them, and nothing else. Safe for use from any thread.
 */
final class Memberships {
  // Of a client that hops from room to room the last ones are enough.
  private static final int MAX_ENDED = 64;

  /** By room: the last event before it was joined. Guarded by this. */
  private final Map<String, Long> current = new HashMap<>(4);

  /** The stays that are over, the oldest first. Guarded by this. */
  private final ArrayDeque<Stay> ended = new ArrayDeque<>(0);

  /** A stay in a room, after one event and up to another. */
  private record Stay(String room, long after, long upTo) {}

  /** Joins rooms after an event. */
  synchronized void join(Collection<String> rooms, long after) {
    for (String room : rooms) {
      current.putIfAbsent(room, after);
    }
  }

  /** Leaves a room after an event. */
  synchronized void leave(String room, long upTo) {
    Long after = current.remove(room);
    if (after != null && after < upTo) {
      ended.add(new Stay(room, after, upTo));
      if (ended.size() > MAX_ENDED) {
        ended.remove();
      }
    }
  }

  /** The rooms in which it is or was. */
  synchronized Set<String> rooms() {
    Set<String> rooms = new HashSet<>(current.keySet());
    ended.forEach(stay -> rooms.add(stay.room()));
    return rooms;
  }

  /** Whether it was in one of these rooms when an event was sent. */
  synchronized boolean wasInOneOf(Set<String> rooms, long event) {
    for (String room : rooms) {
      Long after = current.get(room);
      if (after != null && after < event) {
        return true;
      }
    }
    for (Stay stay : ended) {
      if (stay.after() < event && event <= stay.upTo() && rooms.contains(stay.room())) {
        return true;
      }
    }
    return false;
  }
}
