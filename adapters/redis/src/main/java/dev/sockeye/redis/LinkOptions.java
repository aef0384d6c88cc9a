// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.redis;

import java.time.Duration;

/**
 * How a server looks after its connections.
 *
 * @param commandTimeout how long Redis may take to answer before it counts as lost
 * @param checkInterval how often the connections and the subscriptions are checked
 * @param retryDelay how long after a failure to connect it is tried again
 * @param maxQueuedBytes how many bytes of publications may wait for Redis
 */
record LinkOptions(
    Duration commandTimeout, Duration checkInterval, Duration retryDelay, long maxQueuedBytes) {
  static final LinkOptions DEFAULTS =
      new LinkOptions(
          Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(1), 16L * 1024 * 1024);

  LinkOptions {
    requirePositive("commandTimeout", commandTimeout);
    requirePositive("checkInterval", checkInterval);
    requirePositive("retryDelay", retryDelay);
    if (maxQueuedBytes < 1) {
      throw new IllegalArgumentException("maxQueuedBytes must be positive, not " + maxQueuedBytes);
    }
  }

  static void requirePositive(String name, Duration duration) {
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException(name + " must be positive, not " + duration);
    }
  }

  LinkOptions commandTimeout(Duration timeout) {
    return new LinkOptions(timeout, checkInterval, retryDelay, maxQueuedBytes);
  }

  LinkOptions checkInterval(Duration interval) {
    return new LinkOptions(commandTimeout, interval, retryDelay, maxQueuedBytes);
  }

  LinkOptions retryDelay(Duration delay) {
    return new LinkOptions(commandTimeout, checkInterval, delay, maxQueuedBytes);
  }

  LinkOptions maxQueuedBytes(long bytes) {
    return new LinkOptions(commandTimeout, checkInterval, retryDelay, bytes);
  }
}
