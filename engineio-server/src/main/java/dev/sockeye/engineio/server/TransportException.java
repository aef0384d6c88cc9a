// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

/** Why a transport failed; the cause that {@link SessionListener#onClose} gets with it. */
public final class TransportException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TransportException(String message) {
    // A peer can cause as many of these as it likes, so they carry no stack trace.
    super(message, null, false, false);
  }
}
