// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio;

/** When a {@link SessionCookie} has the attribute {@code Secure}, which keeps it off plain HTTP. */
public enum SecurePolicy {
  /** Never; the default, as in the original. */
  NEVER,

  /** Always: the server is reached over TLS only. Browsers drop the cookie on plain HTTP. */
  ALWAYS,

  /**
   * Where the request came over TLS, so that one configuration serves production and a developer's
   * machine. Behind a proxy that ends TLS the engine has to trust the proxy's headers to know.
   */
  AUTO
}
