// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio;

/** The revisions of the Engine.IO protocol: 4 (Socket.IO 3 and 4) and 3 (Socket.IO 1 and 2). */
public enum ProtocolVersion {
  V3(3),
  V4(4);

  private final int number;

  ProtocolVersion(int number) {
    this.number = number;
  }

  /** The value of the query parameter {@code EIO}. */
  public int number() {
    return number;
  }
}
