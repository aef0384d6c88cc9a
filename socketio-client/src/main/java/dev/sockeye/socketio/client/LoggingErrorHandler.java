// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What hears of failures by default: the log. */
final class LoggingErrorHandler implements ErrorHandler {
  private static final Logger LOG = LoggerFactory.getLogger(SocketIoClient.class);

  @Override
  public void onError(Throwable error, @Nullable ClientSocket socket, String event) {
    LOG.error("\"{}\" of {} failed", event, socket == null ? "the client" : socket, error);
  }
}
