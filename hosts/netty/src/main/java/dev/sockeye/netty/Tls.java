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

/**
 * The certificate of a server that speaks TLS (https and wss) and, where it is to ask for them,
 * whose clients' certificates it trusts; what a client has shown is {@code clientCertificates()} of
 * its requests and of a socket's handshake. Immutable.
 */
public final class Tls {
  private final SslContext context;

  private Tls(SslContext context) {
    this.context = context;
  }

  /**
   * A certificate chain and its private key, both PEM; the key in PKCS #8 and without a password.
   * Clients are not asked for certificates.
   *
   * @throws IllegalArgumentException if a file is missing or can't be understood
   */
  public static Tls pem(Path certificateChain, Path key) {
    return build(identity(certificateChain, key), certificateChain, key);
  }

  /**
   * As {@link #pem(Path, Path)}, with clients that are asked for certificates.
   *
   * @param clients what becomes of those that have none
   * @param issuers who may issue them, PEM: authorities, and clients that vouch for themselves
   * @throws IllegalArgumentException if a file is missing or can't be understood
   */
  public static Tls pem(Path certificateChain, Path key, ClientCertificates clients, Path issuers) {
    checkReadable(issuers);
    SslContextBuilder builder =
        identity(certificateChain, key)
            .clientAuth(clients.mode())
            .trustManager(ClientTrust.in(issuers));
    return build(builder, certificateChain, key);
  }

  /**
   * The JDK's own configuration: key stores, hardware keys, anything it can do. Clients are not
   * asked for certificates.
   */
  public static Tls of(SSLContext context) {
    return of(context, ClientAuth.NONE);
  }

  /**
   * As {@link #of(SSLContext)}, with clients that are asked for certificates. The context's trust
   * managers decide on them: those of the JDK's default trust everybody whom any public authority
   * has given a certificate.
   *
   * @param clients what becomes of those that have none
   */
  public static Tls of(SSLContext context, ClientCertificates clients) {
    return of(context, clients.mode());
  }

  private static Tls of(SSLContext context, ClientAuth clients) {
    return new Tls(
        new JdkSslContext(
            Objects.requireNonNull(context, "context"),
            false,
            null,
            IdentityCipherSuiteFilter.INSTANCE,
            ApplicationProtocolConfig.DISABLED,
            clients,
            null,
            false));
  }

  private static SslContextBuilder identity(Path certificateChain, Path key) {
    checkReadable(certificateChain);
    checkReadable(key);
    try {
      return SslContextBuilder.forServer(certificateChain.toFile(), key.toFile());
    } catch (IllegalArgumentException e) {
      throw unusable(certificateChain, key, e);
    }
  }

  private static Tls build(SslContextBuilder builder, Path certificateChain, Path key) {
    try {
      return new Tls(builder.build());
    } catch (SSLException | IllegalArgumentException e) {
      throw unusable(certificateChain, key, e);
    }
  }

  private static IllegalArgumentException unusable(
      Path certificateChain, Path key, Exception cause) {
    return new IllegalArgumentException(
        "no certificate chain and PKCS #8 key in PEM form in " + certificateChain + " and " + key,
        cause);
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
