// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.cli;

import dev.sockeye.netty.ClientCertificates;
import dev.sockeye.netty.NettyHost;
import dev.sockeye.netty.Tls;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * A server's certificate, and those that it asks its clients for. Set once, by the command line.
 */
final class TlsSettings {
  @Option(
      names = "--tls-cert",
      paramLabel = "PEM",
      description = "Serve https and wss with this certificate chain; with --tls-key.")
  private @Nullable Path certificate;

  @Option(
      names = "--tls-key",
      paramLabel = "PEM",
      description = "Its private key, in PKCS #8 and without a password.")
  private @Nullable Path key;

  @Option(
      names = "--tls-client-ca",
      paramLabel = "PEM",
      description = "Turn away clients without a certificate that one of this file vouches for.")
  private @Nullable Path clientIssuers;

  @Option(
      names = "--tls-client-optional",
      description = "Let those in that show none, too; with --tls-client-ca.")
  private boolean clientOptional;

  String scheme() {
    return certificate == null ? "http" : "https";
  }

  /**
   * Sets a host up.
   *
   * @throws IllegalArgumentException if an option makes no sense
   */
  void applyTo(NettyHost.Builder builder) {
    if ((certificate == null) != (key == null)) {
      throw new IllegalArgumentException("--tls-cert and --tls-key belong together");
    }
    if (clientIssuers != null && certificate == null) {
      throw new IllegalArgumentException("--tls-client-ca needs --tls-cert and --tls-key");
    }
    if (clientOptional && clientIssuers == null) {
      throw new IllegalArgumentException("--tls-client-optional needs --tls-client-ca");
    }
    if (certificate != null && key != null) {
      builder.tls(
          clientIssuers == null
              ? Tls.pem(certificate, key)
              : Tls.pem(certificate, key, clients(), clientIssuers));
    }
  }

  private ClientCertificates clients() {
    return clientOptional ? ClientCertificates.WANTED : ClientCertificates.REQUIRED;
  }
}
