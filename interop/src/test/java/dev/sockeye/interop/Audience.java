// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import java.util.List;
import java.util.Map;

/** Whom a node of a cluster means, and how. */
record Audience(List<String> rooms, List<String> except, Map<String, Boolean> flags) {
  static final Audience ALL = new Audience(List.of(), List.of(), Map.of());

  static Audience in(String... rooms) {
    return new Audience(List.of(rooms), List.of(), Map.of());
  }

  Audience except(String... others) {
    return new Audience(rooms, List.of(others), flags);
  }

  /** With a flag: {@code local}, {@code volatile}. */
  Audience with(String flag) {
    return new Audience(rooms, except, Map.of(flag, true));
  }

  boolean has(String flag) {
    return flags.getOrDefault(flag, false);
  }
}
