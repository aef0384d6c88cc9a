// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.spi;

import org.jspecify.annotations.Nullable;

/**
 * What the engine hears of one WebSocket, on either side. Calls come on the thread of the scheduler
 * for which it was opened, never overlap, and end with exactly one {@link #onClose}.
 */
public interface WebSocketListener {
  /** The handshake is done; first call unless it failed. */
  void onOpen(WebSocketConnection connection);

  /**
   * A complete text message.
   *
   * @param utf8 its bytes, checked to be valid UTF-8, which are the listener's to keep
   */
  void onText(byte[] utf8);

  /**
   * A complete binary message.
   *
   * @param bytes its bytes, which are the listener's to keep
   */
  void onBinary(byte[] bytes);

  /** {@link WebSocketConnection#isWritable()} has become true again. */
  void onWritable();

  /**
   * The WebSocket has ended.
   *
   * @param code the peer's close code; 1005 if its close frame had none, 1006 if there was no close
   *     frame
   * @param error an {@link java.io.IOException} if the network failed, as by a reset; another
   *     exception if something broke the rules (a message over the limit, a protocol violation);
   *     null if the peer closed in order or {@link WebSocketConnection#close} was called
   */
  void onClose(int code, @Nullable Throwable error);
}
