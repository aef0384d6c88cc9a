// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An event that waits until its socket is connected.
 *
 * @param name its name
 * @param args its arguments as they were given; unmodifiable
 * @param bytes its size on the wire
 */
public record BufferedEvent(String name, List<? extends @Nullable Object> args, long bytes) {
  /** Checks the parts. */
  public BufferedEvent {
    Objects.requireNonNull(name, "name");
    args = Collections.unmodifiableList(args);
  }

  static BufferedEvent of(OutgoingEvent event) {
    return new BufferedEvent(event.name(), event.args(), event.bytes());
  }
}
