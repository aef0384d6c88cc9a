// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

/** Waits for the server's heartbeat by looking at another session than the one under test. */
final class TimedOut {
  private TimedOut() {}

  /**
   * Returns when each session that is open now and silent has timed out.
   *
   * <p>To look whether a polling session has, a peer would have to poll, and a poll is what the
   * test is without. So two silent WebSocket sessions are opened in turn; they are younger than the
   * session under test, and the server closes them when their time is over.
   */
  static void afterEachSessionOf(Endpoint endpoint, String query) {
    WebSocketPeer.open(endpoint, query).awaitClose();
    WebSocketPeer.open(endpoint, query).awaitClose();
  }
}
