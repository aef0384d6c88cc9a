// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

import dev.sockeye.socketio.BindingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What hears of failures by default: the log. */
final class LoggingErrorHandler implements ErrorHandler {
  private static final Logger LOG = LoggerFactory.getLogger(SocketIoServer.class);

  @Override
  public void onError(Throwable error, Socket socket, String event) {
    if (Failures.cause(error) instanceof BindingException misfit) {
      // Any client can cause it as often as it likes: it must not fill the log, nor write into it.
      LOG.debug(
          "\"{}\" of {}: argument {} is not a {}",
          event,
          socket,
          misfit.index(),
          misfit.type().getTypeName());
    } else if (error instanceof EventRefusedException) {
      LOG.debug("\"{}\" of {} refused: {}", event, socket, error.getMessage());
    } else {
      LOG.error("\"{}\" of {} failed", event, socket, error);
    }
  }
}
