// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio.client;

/**
 * The server owes so many answers that it isn't asked any more: the option {@code maxPendingAcks}.
 */
public final class TooManyAcksException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TooManyAcksException(int max) {
    super(
        "the server owes "
            + max
            + " answers, and maxPendingAcks allows no more: is it alive, and is there a timeout?",
        null,
        false,
        false);
  }
}
