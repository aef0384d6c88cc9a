// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the names of events and namespaces lately seen, so that a packet costs no new string
 * for them. Its size is fixed: whatever peers send only makes it forget.
 */
final class NameTable {
  private static final int SLOTS = 256;
  private static final int MAX_LENGTH = 64;

  private record Entry(byte[] utf8, String name) {}

  // Written without a lock: an entry is immutable, so at worst two threads make the same one.
  private final @Nullable Entry[] entries = new @Nullable Entry[SLOTS];

  /** The text of a range that is known to be valid UTF-8. */
  String name(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length > MAX_LENGTH) {
      return new String(bytes, from, length, UTF_8);
    }
    int slot = slot(bytes, from, to);
    Entry entry = entries[slot];
    if (entry != null && Arrays.equals(entry.utf8, 0, entry.utf8.length, bytes, from, to)) {
      return entry.name;
    }
    String name = new String(bytes, from, length, UTF_8);
    entries[slot] = new Entry(Arrays.copyOfRange(bytes, from, to), name);
    return name;
  }

  private static int slot(byte[] bytes, int from, int to) {
    int hash = to - from;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + bytes[i];
    }
    return (hash ^ hash >>> 16) & (SLOTS - 1);
  }
}
