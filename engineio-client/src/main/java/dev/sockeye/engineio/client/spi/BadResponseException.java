// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client.spi;

/** A server broke the rules of HTTP, or its response is over a limit. */
public final class BadResponseException extends Exception {
  private static final long serialVersionUID = 1;

  /** What is wrong with it, and which option would allow it. */
  public BadResponseException(String message) {
    // Servers cause it at will: a stack trace would be dear and say nothing.
    super(message, null, false, false);
  }
}
