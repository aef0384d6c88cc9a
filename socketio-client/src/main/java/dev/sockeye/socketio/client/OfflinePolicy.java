// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of events that are emitted while a socket is not connected: they wait, in their
 * order, until it is, within limits.
 *
 * <p>Implements "Offline behavior" of the Socket.IO documentation.
 *
 * @param maxEvents how many events may wait, per socket
 * @param maxBytes how many bytes they may have
 * @param timeToLive how long an event may wait; null for any time
 * @param overflow what becomes of an event that is one too many
 */
public record OfflinePolicy(
    int maxEvents, long maxBytes, @Nullable Duration timeToLive, Overflow overflow) {
  private static final OfflinePolicy DEFAULT =
      new OfflinePolicy(10_000, 16 * 1024 * 1024, null, Overflow.FAIL);

  /** What becomes of an event that is one too many. */
  public enum Overflow {
    /** {@code emit} throws a {@link NotSentException}. */
    FAIL,
    /** It is dropped; whoever waits for an answer gets a {@link NotSentException}. */
    DROP_NEWEST,
    /** Those that wait longest are dropped. */
    DROP_OLDEST
  }

  /** Checks the limits. */
  public OfflinePolicy {
    Objects.requireNonNull(overflow, "overflow");
    if (maxEvents < 0 || maxBytes < 0) {
      throw new IllegalArgumentException(
          "limits must not be negative: maxEvents " + maxEvents + ", maxBytes " + maxBytes);
    }
    if (timeToLive != null && (timeToLive.isNegative() || timeToLive.isZero())) {
      throw new IllegalArgumentException("timeToLive must be positive, not " + timeToLive);
    }
  }

  /** Up to 10,000 events and 16 MiB wait for any time; one more fails. The default. */
  public static OfflinePolicy buffer() {
    return DEFAULT;
  }

  /** Nothing waits: what is emitted while offline is dropped. */
  public static OfflinePolicy drop() {
    return new OfflinePolicy(0, 0, null, Overflow.DROP_NEWEST);
  }

  /** Nothing waits: emitting while offline fails. */
  public static OfflinePolicy fail() {
    return new OfflinePolicy(0, 0, null, Overflow.FAIL);
  }

  /** The same with another number of events. */
  public OfflinePolicy maxEvents(int events) {
    return new OfflinePolicy(events, maxBytes, timeToLive, overflow);
  }

  /** The same with another number of bytes. */
  public OfflinePolicy maxBytes(long bytes) {
    return new OfflinePolicy(maxEvents, bytes, timeToLive, overflow);
  }

  /** The same with a limit of time. */
  public OfflinePolicy timeToLive(Duration time) {
    return new OfflinePolicy(maxEvents, maxBytes, Objects.requireNonNull(time, "time"), overflow);
  }

  /** The same with another answer to an event that is one too many. */
  public OfflinePolicy overflow(Overflow answer) {
    return new OfflinePolicy(maxEvents, maxBytes, timeToLive, answer);
  }
}
