// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.spi;

/**
 * What the network gives for one open WebSocket, on either side. All methods are called on the
 * thread of the scheduler for which it was opened; none of them blocks.
 */
public interface WebSocketConnection {
  /**
   * Queues one message. Nothing need leave before {@link #flush()}; the network gathers what was
   * queued since the last flush into as few writes as it can. Ignored once the connection is
   * closed.
   */
  void send(Frame frame);

  /** Writes what was queued. */
  void flush();

  /**
   * Whether the network takes more at the moment. After false, {@link WebSocketListener#onWritable}
   * tells when it does again; frames that are sent all the same are queued.
   */
  boolean isWritable();

  /** Stops or resumes reading; messages that have been read already may still be delivered. */
  void setReadable(boolean readable);

  /**
   * Writes what was queued, starts the closing handshake, and closes the connection when the peer
   * has answered or a short time is over. {@link WebSocketListener#onClose} follows.
   *
   * @param code the close code, or {@link #NO_CODE}
   */
  void close(int code);

  /** Closes the connection at once, without a closing handshake. */
  void abort();

  /** No close code: the peer sees 1005. */
  int NO_CODE = 1005;
}
