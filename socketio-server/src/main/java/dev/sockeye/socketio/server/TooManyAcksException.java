// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.server;

/**
 * A client owes so many answers that it isn't asked any more: the option {@code maxPendingAcks}.
 */
public final class TooManyAcksException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TooManyAcksException(String socket, int max) {
    // A client that doesn't answer causes these at will, so they carry no stack trace.
    super(
        socket
            + " owes "
            + max
            + " answers, and maxPendingAcks allows no more: is it alive, and is there a timeout?",
        null,
        false,
        false);
  }
}
