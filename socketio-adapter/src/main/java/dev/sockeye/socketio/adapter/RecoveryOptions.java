// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.adapter;

import java.time.Duration;
import java.util.Objects;
import java.util.function.LongSupplier;

/**
 * How much is kept for clients that lose their connection, for how long, and what becomes of them
 * when they are back. The limits hold for each namespace of a node.
 *
 * <p>Implements the option {@code connectionStateRecovery} of the Socket.IO documentation.
 *
 * @param maxDisconnectionDuration how long after the loss a client may come back
 * @param skipMiddlewares whether a client that comes back is led past the middleware
 * @param maxPackets how many events are kept
 * @param maxBytes how many bytes the events that are kept may have, each counting 256 more
 * @param maxSessions how many sessions are kept
 * @param maxSilence how long a connection may have been lost before the server notices: so much
 *     longer are events kept. The server sets it to what its heartbeat needs
 * @param nanoTime the clock
 */
public record RecoveryOptions(
    Duration maxDisconnectionDuration,
    boolean skipMiddlewares,
    int maxPackets,
    long maxBytes,
    int maxSessions,
    Duration maxSilence,
    LongSupplier nanoTime) {
  private static final RecoveryOptions DEFAULTS =
      new RecoveryOptions(
          Duration.ofMinutes(2),
          true,
          100_000,
          64L * 1024 * 1024,
          100_000,
          Duration.ofSeconds(65),
          System::nanoTime);

  /** Checks the limits. */
  public RecoveryOptions {
    if (maxDisconnectionDuration.isNegative() || maxDisconnectionDuration.isZero()) {
      throw new IllegalArgumentException(
          "maxDisconnectionDuration must be positive, not " + maxDisconnectionDuration);
    }
    if (maxPackets < 1 || maxBytes < 1 || maxSessions < 1) {
      throw new IllegalArgumentException(
          "maxPackets, maxBytes and maxSessions must be positive, not %d, %d and %d"
              .formatted(maxPackets, maxBytes, maxSessions));
    }
    if (maxSilence.isNegative()) {
      throw new IllegalArgumentException("maxSilence must not be negative: " + maxSilence);
    }
    Objects.requireNonNull(nanoTime, "nanoTime");
  }

  /**
   * Two minutes, past the middleware; 100,000 events with 64 MiB and 100,000 sessions in each
   * namespace.
   */
  public static RecoveryOptions defaults() {
    return DEFAULTS;
  }

  /** The same, with another time to come back in. Default 2 minutes. */
  public RecoveryOptions maxDisconnectionDuration(Duration duration) {
    return new RecoveryOptions(
        duration, skipMiddlewares, maxPackets, maxBytes, maxSessions, maxSilence, nanoTime);
  }

  /** The same, asking the middleware again or not. Default: not. */
  public RecoveryOptions skipMiddlewares(boolean skip) {
    return new RecoveryOptions(
        maxDisconnectionDuration, skip, maxPackets, maxBytes, maxSessions, maxSilence, nanoTime);
  }

  /** The same, keeping so many events. Default 100,000. */
  public RecoveryOptions maxPackets(int packets) {
    return new RecoveryOptions(
        maxDisconnectionDuration,
        skipMiddlewares,
        packets,
        maxBytes,
        maxSessions,
        maxSilence,
        nanoTime);
  }

  /** The same, keeping events of so many bytes. Default 64 MiB. */
  public RecoveryOptions maxBytes(long bytes) {
    return new RecoveryOptions(
        maxDisconnectionDuration,
        skipMiddlewares,
        maxPackets,
        bytes,
        maxSessions,
        maxSilence,
        nanoTime);
  }

  /** The same, keeping so many sessions. Default 100,000. */
  public RecoveryOptions maxSessions(int sessions) {
    return new RecoveryOptions(
        maxDisconnectionDuration,
        skipMiddlewares,
        maxPackets,
        maxBytes,
        sessions,
        maxSilence,
        nanoTime);
  }

  /** The same, with another time in which a loss is noticed; the server's own to set. */
  public RecoveryOptions maxSilence(Duration silence) {
    return new RecoveryOptions(
        maxDisconnectionDuration,
        skipMiddlewares,
        maxPackets,
        maxBytes,
        maxSessions,
        silence,
        nanoTime);
  }

  /** The same, with a clock that counts as {@link System#nanoTime()} does; for tests. */
  public RecoveryOptions nanoTime(LongSupplier clock) {
    return new RecoveryOptions(
        maxDisconnectionDuration,
        skipMiddlewares,
        maxPackets,
        maxBytes,
        maxSessions,
        maxSilence,
        clock);
  }
}
