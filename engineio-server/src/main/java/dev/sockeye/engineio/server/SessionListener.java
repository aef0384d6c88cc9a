// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.Transport;
import org.jspecify.annotations.Nullable;

/**
 * What happens to one session. Calls come on the thread of the session's scheduler, never overlap,
 * and end with exactly one {@link #onClose}. They must not block.
 */
public interface SessionListener {
  /**
   * A message of the peer. What this throws closes the session ({@link CloseReason#FORCED_CLOSE})
   * and is logged.
   */
  void onMessage(RawData message);

  /** The session has moved to another transport. */
  default void onUpgrade(Transport transport) {}

  /** The session has ended; nothing is sent or received any more. */
  void onClose(CloseReason reason, @Nullable Throwable cause);
}
