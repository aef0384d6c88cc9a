// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.socketio.Args;

/** Waits for the answer of one socket; gets one call at most. */
interface PendingAck {
  /** The client has answered. */
  void onAnswer(String socketId, Args answer);

  /** The socket has left without an answer. */
  void onDisconnect(DisconnectReason reason);
}
