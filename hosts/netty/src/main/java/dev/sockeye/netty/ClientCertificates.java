// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import io.netty.handler.ssl.ClientAuth;

/**
 * What a server that asks its clients for certificates (mutual TLS) makes of those that show none.
 * Who shows one that is not trusted is turned away in either case: that connection ends, with an
 * alert of TLS and a line in the log at debug level, and no other notices.
 */
public enum ClientCertificates {
  /** They may go on without; {@code clientCertificates()} of their requests is empty. */
  WANTED(ClientAuth.OPTIONAL),

  /** They are turned away. */
  REQUIRED(ClientAuth.REQUIRE);

  private final ClientAuth mode;

  ClientCertificates(ClientAuth mode) {
    this.mode = mode;
  }

  ClientAuth mode() {
    return mode;
  }
}
