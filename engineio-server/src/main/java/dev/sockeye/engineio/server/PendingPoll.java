// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import java.util.List;

/** A GET that waits for something to be sent, here or at another node. Session's thread only. */
interface PendingPoll {
  /** Whether its connection is lost. */
  boolean isLost();

  /** Ends it with messages. */
  void answer(List<Message> messages);
}
