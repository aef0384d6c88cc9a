// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import javax.net.ssl.SSLContext;

/**
 * How a client encrypts: whom it trusts and, where the server asks, who it is. Immutable; compared
 * by identity, so make one and share it.
 */
public final class ClientTls {
  private final SSLContext context;

  private ClientTls(SSLContext context) {
    this.context = Objects.requireNonNull(context, "context");
  }

  /** Trust and keys as a context has them. */
  public static ClientTls of(SSLContext context) {
    return new ClientTls(context);
  }

  /** The JDK's own trust, without a key. */
  public static ClientTls defaults() {
    try {
      return new ClientTls(SSLContext.getDefault());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no TLS by default", e);
    }
  }

  /** What makes the encrypted connections. */
  public SSLContext context() {
    return context;
  }
}
