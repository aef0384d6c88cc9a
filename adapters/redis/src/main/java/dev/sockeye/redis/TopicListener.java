// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

/** Gets what is published on a topic. */
@FunctionalInterface
interface TopicListener {
  /** Comes on a thread of Lettuce's, and must not block. */
  void onMessage(String channel, byte[] message);
}
