// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio;

/** The ways by which the packets of a session travel. */
public enum Transport {
  /** HTTP long-polling. */
  POLLING("polling"),
  /** WebSocket. */
  WEBSOCKET("websocket");

  private final String wireName;

  Transport(String wireName) {
    this.wireName = wireName;
  }

  /** The value of the query parameter {@code transport}. */
  public String wireName() {
    return wireName;
  }
}
