// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import java.util.Arrays;

/**
 * Listeners by name, in the order of their registration. Reading takes no lock and allocates
 * nothing: there are few per socket, so a scan beats a map, and costs an idle socket less.
 *
 * @param <L> the listeners' type
 */
final class Listeners<L> {
  private static final Entry<?>[] NONE = {};

  /** Replaced as a whole, while this is locked, at each change. */
  private volatile Entry<?>[] entries = NONE;

  /** One registration of a listener; two of the same listener are two. */
  static final class Entry<L> {
    private final String name;
    private final L listener;

    private Entry(String name, L listener) {
      this.name = name;
      this.listener = listener;
    }

    String name() {
      return name;
    }

    L listener() {
      return listener;
    }
  }

  synchronized Subscription add(String name, L listener) {
    Entry<L> entry = new Entry<>(name, listener);
    Entry<?>[] more = Arrays.copyOf(entries, entries.length + 1);
    more[entries.length] = entry;
    entries = more;
    return () -> remove(entry);
  }

  private synchronized void remove(Entry<L> entry) {
    entries = Arrays.stream(entries).filter(other -> other != entry).toArray(Entry<?>[]::new);
  }

  /** A snapshot, not to be changed, of the listeners of all names. */
  @SuppressWarnings("unchecked") // only add() makes entries
  Entry<L>[] snapshot() {
    return (Entry<L>[]) entries;
  }
}
