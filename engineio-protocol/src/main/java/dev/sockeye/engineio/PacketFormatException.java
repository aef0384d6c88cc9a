// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio;

/**
 * The peer sent bytes that are not an Engine.IO packet or payload: its session ends with {@code
 * parse error}.
 */
public final class PacketFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what is wrong, with the offending value
   */
  public PacketFormatException(String message) {
    // A peer can cause as many of these as it likes, so they carry no stack trace.
    super(message, null, false, false);
  }
}
