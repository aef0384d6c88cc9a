// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio;

/** With which requests from other sites a browser sends a cookie (RFC 6265bis §4.1.2.7). */
public enum SameSite {
  /** With none; a link from another site arrives without the cookie too. */
  STRICT("Strict"),

  /** Only when the user follows a link. What browsers assume where nothing is said. */
  LAX("Lax"),

  /** With all of them; browsers demand {@code Secure} beside it. */
  NONE("None");

  private final String wire;

  SameSite(String wire) {
    this.wire = wire;
  }

  /** As it stands in the header. */
  String wire() {
    return wire;
  }
}
