// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.spi.WebSocketConnection;
import dev.sockeye.engineio.spi.WebSocketListener;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket that is closed as soon as it is open: a second upgrade, or one that isn't allowed.
 */
final class RefusedWebSocket implements WebSocketListener {
  @Override
  public void onOpen(WebSocketConnection connection) {
    connection.close(WebSocketConnection.NO_CODE);
  }

  @Override
  public void onText(byte[] utf8) {}

  @Override
  public void onBinary(byte[] bytes) {}

  @Override
  public void onWritable() {}

  @Override
  public void onClose(int code, @Nullable Throwable error) {}
}
