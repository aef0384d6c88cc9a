// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.adapter;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Copies that can't be changed, in the same order; null may be in them. Small where little is in
 * them.
 */
final class Copies {
  private Copies() {}

  static <K, V extends @Nullable Object> Map<K, V> of(Map<K, V> map) {
    return map.isEmpty()
        ? Collections.emptyMap()
        : Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  static <E> Set<E> of(Set<E> set) {
    return switch (set.size()) {
      case 0 -> Collections.emptySet();
      case 1 -> Collections.singleton(set.iterator().next());
      default -> Collections.unmodifiableSet(new LinkedHashSet<>(set));
    };
  }
}
