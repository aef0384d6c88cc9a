// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import dev.sockeye.socketio.Args;

/** Waits for the answer to one event; gets one call, under the manager's lock. */
interface PendingAck {
  /** The server has answered. */
  void onAnswer(Args answer);

  /** There will be no answer. */
  void onFailure(RuntimeException why);
}
