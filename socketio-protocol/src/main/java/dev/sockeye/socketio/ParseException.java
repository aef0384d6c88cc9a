// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.socketio;

/** The peer sent what is no Socket.IO packet: its connection is closed. */
public final class ParseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what is wrong, in the words of the reference where it has any
   */
  public ParseException(String message) {
    // A peer can cause as many of these as it likes, so they carry no stack trace.
    super(message, null, false, false);
  }
}
