// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

/** A request of a session that another node has. */
sealed interface AwayRequest permits AwayPoll, AwayPost, AwayWebSocket {
  /** The session's node lets it begin. On the exchange's thread. */
  void begin(String node);
}
