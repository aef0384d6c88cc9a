// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was typed to be sent.
 *
 * @param name the event's name
 * @param args its arguments
 */
record Event(String name, List<@Nullable Object> args) {
  /**
   * A name and its arguments.
   *
   * @throws IllegalArgumentException if there is no name, or it is no string
   */
  static Event of(List<? extends @Nullable Object> words) {
    if (words.isEmpty()) {
      throw new IllegalArgumentException("the name of an event is missing");
    }
    if (!(words.get(0) instanceof String name)) {
      throw new IllegalArgumentException(
          "the name of an event is a string: put quotes around it, as in \"" + words.get(0) + "\"");
    }
    return new Event(name, new ArrayList<>(words.subList(1, words.size())));
  }

  @Nullable Object[] arguments() {
    return args.toArray();
  }
}
