// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How an event is sent.
 *
 * @param isVolatile whether it is dropped unless it can leave at once
 * @param compress whether the transport may compress it
 * @param timeout how long its answer is waited for; null for the socket's {@code ackTimeout}
 */
record SendFlags(boolean isVolatile, boolean compress, @Nullable Duration timeout) {
  static final SendFlags DEFAULTS = new SendFlags(false, true, null);
}
