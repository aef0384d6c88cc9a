// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the names of events and namespaces lately seen, so that a packet costs no new string
 * for them. Its size is bounded: whatever peers send only makes it forget.
 */
final class NameTable {
  // A client hears few names and there may be thousands of clients; a server hears those of all.
  private static final int FEWEST_SLOTS = 8;
  private static final int MOST_SLOTS = 256;
  private static final int MAX_LENGTH = 64;

  private record Entry(byte[] utf8, String name) {}

  /**
   * Grows when two names want one place. Written without a lock: an entry is immutable, so at worst
   * a name is forgotten, or two threads make the same entry.
   */
  private @Nullable Entry[] entries = new @Nullable Entry[FEWEST_SLOTS];

  /** The text of a range that is known to be valid UTF-8. */
  String name(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length > MAX_LENGTH) {
      return new String(bytes, from, length, UTF_8);
    }
    int hash = hash(bytes, from, to);
    @Nullable Entry[] known = entries;
    Entry entry = known[hash & (known.length - 1)];
    if (entry != null && Arrays.equals(entry.utf8, 0, entry.utf8.length, bytes, from, to)) {
      return entry.name;
    }
    if (entry != null && known.length < MOST_SLOTS) {
      known = new @Nullable Entry[2 * known.length];
      entries = known;
    }
    String name = new String(bytes, from, length, UTF_8);
    known[hash & (known.length - 1)] = new Entry(Arrays.copyOfRange(bytes, from, to), name);
    return name;
  }

  private static int hash(byte[] bytes, int from, int to) {
    int hash = to - from;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + bytes[i];
    }
    return hash ^ hash >>> 16;
  }
}
