// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.RawData;
import dev.sockeye.engineio.client.spi.WebSocketCallback;
import dev.sockeye.engineio.spi.WebSocketConnection;
import org.jspecify.annotations.Nullable;

/** A WebSocket, from its handshake on: the response goes through what every response does. */
final class WebSocketExchange implements WebSocketCallback {
  final ResponseSteps steps;
  private final WebSocketCallback callback;

  /** What the hook has thrown; null if nothing. */
  private @Nullable RuntimeException failure;

  WebSocketExchange(EngineOptions options, WebSocketCallback callback) {
    this.steps = new ResponseSteps(options);
    this.callback = callback;
  }

  @Override
  public void onResponse(int status, Headers headers, RawData body) {
    try {
      steps.pass(status, headers);
    } catch (RuntimeException e) {
      failure = e;
    }
    callback.onResponse(status, headers, body);
  }

  @Override
  public void onOpen(WebSocketConnection connection) {
    if (failure == null) {
      callback.onOpen(connection);
    } else {
      connection.abort();
    }
  }

  @Override
  public void onText(byte[] utf8) {
    callback.onText(utf8);
  }

  @Override
  public void onBinary(byte[] bytes) {
    callback.onBinary(bytes);
  }

  @Override
  public void onWritable() {
    callback.onWritable();
  }

  @Override
  public void onClose(int code, @Nullable Throwable error) {
    callback.onClose(code, failure != null ? failure : error);
  }
}
