// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.IdentityCipherSuiteFilter;
import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

/** The certificate of a server that speaks TLS (https and wss). Immutable. */
public final class Tls {
  private final SslContext context;

  private Tls(SslContext context) {
    this.context = context;
  }

  /**
   * A certificate chain and its private key, both PEM; the key in PKCS #8 and without a password.
   *
   * @throws IllegalArgumentException if a file is missing or can't be understood
   */
  public static Tls pem(Path certificateChain, Path key) {
    checkReadable(certificateChain);
    checkReadable(key);
    try {
      return new Tls(SslContextBuilder.forServer(certificateChain.toFile(), key.toFile()).build());
    } catch (SSLException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "no certificate chain and PKCS #8 key in PEM form in " + certificateChain + " and " + key,
          e);
    }
  }

  /** The JDK's own configuration: key stores, client certificates, anything it can do. */
  public static Tls of(SSLContext context) {
    return new Tls(
        new JdkSslContext(
            Objects.requireNonNull(context, "context"),
            false,
            null,
            IdentityCipherSuiteFilter.INSTANCE,
            ApplicationProtocolConfig.DISABLED,
            ClientAuth.NONE,
            null,
            false));
  }

  private static void checkReadable(Path file) {
    if (!Files.isReadable(file)) {
      throw new IllegalArgumentException("can't read " + file.toAbsolutePath());
    }
  }

  SslContext context() {
    return context;
  }
}
