// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio;

/** The attributes of a cookie, in the order in which they stand in the header. */
enum CookieAttribute {
  MAX_AGE("Max-Age"),
  DOMAIN("Domain"),
  PATH("Path"),
  EXPIRES("Expires"),
  HTTP_ONLY("HttpOnly"),
  SECURE("Secure"),
  PARTITIONED("Partitioned"),
  PRIORITY("Priority"),
  SAME_SITE("SameSite");

  /** The value of an attribute that has none. */
  static final String FLAG = "";

  private final String wire;

  CookieAttribute(String wire) {
    this.wire = wire;
  }

  /** As it stands in the header. */
  String wire() {
    return wire;
  }
}
