// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.Transport;

/**
 * How the packets of one session travel. Everything happens on the session's thread.
 *
 * <p>A transport that has failed or been closed by the peer says so with {@link Session#end}.
 */
sealed interface SessionTransport permits PollingTransport, WebSocketTransport, RemoteTransport {
  /** Its kind. */
  Transport kind();

  /** Whether a volatile message would leave at the end of this tick. */
  boolean isReady();

  /**
   * Takes a message that may leave before the next {@link #flush}, or refuses it, so that the
   * caller queues it.
   */
  boolean offer(Message message);

  /** Sends as much of the queue as the peer takes. */
  void flush(SendQueue queue);

  /**
   * Sends the rest of the queue and closes in order, if the peer takes it now.
   *
   * @return whether it did, so that nothing remains to be done
   */
  boolean finish(SendQueue queue);

  /** Stops or resumes taking packets. */
  void setReadable(boolean readable);

  /** Closes; the session has ended for this reason, and what was queued is dropped. */
  void close(CloseReason reason);
}
