// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.interop;

import java.util.List;
import java.util.stream.Stream;

/** Waits for the server's heartbeat by looking at other sessions than the one under test. */
final class TimedOut {
  /** One for each event loop that a server of this machine has, and as many again. */
  private static final int SESSIONS = 2 * Runtime.getRuntime().availableProcessors();

  private TimedOut() {}

  /**
   * Returns when each session that is open now and silent has timed out.
   *
   * <p>To look whether a polling session has, a peer would have to poll, and a poll is what the
   * test is without. So silent WebSocket sessions are opened, on every event loop, since one loop
   * may be late where another is not; they are younger than the session under test, and the server
   * closes them when their time is over.
   */
  static void afterEachSessionOf(Endpoint endpoint, String query) {
    List<WebSocketPeer> younger =
        Stream.generate(() -> WebSocketPeer.open(endpoint, query)).limit(SESSIONS).toList();
    younger.forEach(WebSocketPeer::awaitClose);
  }
}
