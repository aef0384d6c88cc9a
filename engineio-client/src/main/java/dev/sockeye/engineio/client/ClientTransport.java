// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import dev.sockeye.engineio.Transport;

/** How the packets of one connection travel. Everything happens on the connection's thread. */
sealed interface ClientTransport permits PollingTransport, WebSocketTransport {
  /** Its kind. */
  Transport kind();

  /** Begins; once. */
  void open();

  /** Whether a packet sent now would leave at the end of this tick. */
  boolean isReady();

  /** Sends as much of the queue as it takes now. */
  void flush(Outbox outbox);

  /** Stops or resumes taking packets. */
  void setReadable(boolean readable);

  /**
   * Says goodbye to the server and ends; tells its user nothing any more.
   *
   * @param closed called when nothing of it is left
   */
  void close(Runnable closed);

  /** Ends at once; tells its user nothing any more. */
  void abort();
}
