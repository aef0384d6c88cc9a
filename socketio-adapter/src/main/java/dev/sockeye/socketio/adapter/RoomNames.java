// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.adapter;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The names of rooms: immutable sets that keep the order of the joins and are small where there is
 * but one name, as for most sockets.
 */
final class RoomNames {
  private RoomNames() {}

  /**
   * The same names.
   *
   * @throws NullPointerException if one is null
   */
  static Set<String> copy(Set<String> names) {
    if (names.size() < 2) {
      return Set.copyOf(names);
    }
    LinkedHashSet<String> copy = new LinkedHashSet<>(names);
    if (copy.contains(null)) {
      throw new NullPointerException("a room without a name");
    }
    return Collections.unmodifiableSet(copy);
  }

  /** With others, whose number doesn't matter: what is there is copied once. */
  static Set<String> with(Set<String> names, Collection<String> others) {
    if (names.isEmpty() && others.size() == 1) {
      return Set.of(others.iterator().next());
    }
    LinkedHashSet<String> more = new LinkedHashSet<>(2 * (names.size() + others.size()));
    more.addAll(names);
    more.addAll(others);
    return Collections.unmodifiableSet(more);
  }

  static Set<String> without(Set<String> names, String name) {
    if (names.size() == 1) {
      return Set.of();
    }
    LinkedHashSet<String> less = new LinkedHashSet<>(names);
    less.remove(name);
    return less.size() == 1 ? Set.of(less.iterator().next()) : Collections.unmodifiableSet(less);
  }
}
