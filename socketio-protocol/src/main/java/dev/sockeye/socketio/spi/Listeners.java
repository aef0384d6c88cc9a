// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.spi;

import dev.sockeye.socketio.Subscription;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Listeners by name, in the order of their registration. Reading takes no lock and allocates
 * nothing: there are few per socket, so a scan beats a map, and costs an idle socket less.
 *
 * <p>For the server and the client. Any thread may use it at any time.
 *
 * @param <L> the listeners' type
 */
public final class Listeners<L> {
  private static final Entry<?>[] NONE = {};

  /** Replaced as a whole, while this is locked, at each change. */
  private volatile Entry<?>[] entries = NONE;

  /** No listeners yet. */
  public Listeners() {}

  /** One registration of a listener; two of the same listener are two. */
  public static final class Entry<L> {
    private final String name;
    private final L listener;
    private final boolean once;

    private Entry(String name, L listener, boolean once) {
      this.name = name;
      this.listener = listener;
      this.once = once;
    }

    public String name() {
      return name;
    }

    public L listener() {
      return listener;
    }

    /** Whether it is to be removed before its one call. */
    public boolean once() {
      return once;
    }
  }

  /** Adds a listener behind the others. */
  public Subscription add(String name, L listener) {
    return append(new Entry<>(name, listener, false));
  }

  /** Adds a listener for one call; the caller removes it. */
  public Subscription addOnce(String name, L listener) {
    return append(new Entry<>(name, listener, true));
  }

  private synchronized Subscription append(Entry<L> entry) {
    Entry<?>[] more = Arrays.copyOf(entries, entries.length + 1);
    more[entries.length] = entry;
    entries = more;
    return () -> remove(entry);
  }

  /** Adds a listener before the others. */
  public synchronized Subscription prepend(String name, L listener) {
    Entry<L> entry = new Entry<>(name, listener, false);
    Entry<?>[] more = new Entry<?>[entries.length + 1];
    more[0] = entry;
    System.arraycopy(entries, 0, more, 1, entries.length);
    entries = more;
    return () -> remove(entry);
  }

  /** Removes a registration; false if it was removed before. */
  public boolean remove(Entry<L> entry) {
    return removeIf(other -> other == entry);
  }

  /** Removes all listeners of a name. */
  public void removeAll(String name) {
    removeIf(entry -> entry.name().equals(name));
  }

  /** Removes all listeners. */
  public void removeAll() {
    removeIf(entry -> true);
  }

  private synchronized boolean removeIf(Predicate<Entry<?>> condition) {
    Entry<?>[] rest = Stream.of(entries).filter(condition.negate()).toArray(Entry<?>[]::new);
    boolean changed = rest.length < entries.length;
    entries = rest.length == 0 ? NONE : rest;
    return changed;
  }

  /** Lets threads that read the listeners see what this one has written before. */
  public synchronized void publish() {
    Entry<?>[] same = entries;
    entries = same;
  }

  /** A snapshot, not to be changed, of the listeners of all names. */
  @SuppressWarnings("unchecked") // only append() and prepend() make entries
  public Entry<L>[] snapshot() {
    return (Entry<L>[]) entries;
  }

  /** The listeners of all names; a snapshot. */
  public List<L> list() {
    return Stream.of(snapshot()).map(Entry::listener).toList();
  }
}
