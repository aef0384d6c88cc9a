// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

import java.util.Objects;

/**
 * Something to subscribe to, or to publish on.
 *
 * @param kind of which Pub/Sub it is
 * @param name the channel, or the pattern
 */
record Topic(Kind kind, String name) {
  enum Kind {
    CHANNEL,
    PATTERN,
    SHARD
  }

  Topic {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
  }

  static Topic channel(String name) {
    return new Topic(Kind.CHANNEL, name);
  }

  /** All channels whose names begin with a text, in which no character has a special meaning. */
  static Topic beginningWith(String prefix) {
    return new Topic(Kind.PATTERN, prefix.replaceAll("[\\\\*?\\[\\]]", "\\\\$0") + "*");
  }

  static Topic shard(String name) {
    return new Topic(Kind.SHARD, name);
  }
}
