// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio;

/** Which cookies Chromium throws away first when a site has too many of them. */
public enum CookiePriority {
  /** First. */
  LOW("Low"),

  /** Next; what is assumed where nothing is said. */
  MEDIUM("Medium"),

  /** Last. */
  HIGH("High");

  private final String wire;

  CookiePriority(String wire) {
    this.wire = wire;
  }

  /** As it stands in the header. */
  String wire() {
    return wire;
  }
}
