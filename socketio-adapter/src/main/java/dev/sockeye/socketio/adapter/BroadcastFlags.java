// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.adapter;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a broadcast is sent.
 *
 * @param local only to the sockets of this node
 * @param isVolatile dropped where the connection can't send at the moment
 * @param compress whether the transport may compress it
 * @param timeout how long answers are waited for; null for no limit of the caller's
 */
public record BroadcastFlags(
    boolean local, boolean isVolatile, boolean compress, @Nullable Duration timeout) {
  /** To all nodes, reliably, compressed where the transport does, without a time-out. */
  public static final BroadcastFlags DEFAULTS = new BroadcastFlags(false, false, true, null);

  /** Checks the time-out. */
  public BroadcastFlags {
    if (timeout != null && timeout.isNegative()) {
      throw new IllegalArgumentException("a timeout must not be negative: " + timeout);
    }
  }

  /** The same, for the sockets of this node only. */
  public BroadcastFlags withLocal() {
    return new BroadcastFlags(true, isVolatile, compress, timeout);
  }

  /** The same, dropped where the connection can't send at the moment. */
  public BroadcastFlags withVolatile() {
    return new BroadcastFlags(local, true, compress, timeout);
  }

  /** The same, compressed or not. */
  public BroadcastFlags withCompress(boolean compress) {
    return new BroadcastFlags(local, isVolatile, compress, timeout);
  }

  /** The same, with a time-out. */
  public BroadcastFlags withTimeout(Duration timeout) {
    return new BroadcastFlags(local, isVolatile, compress, timeout);
  }
}
