// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.cli;

import dev.sockeye.engineio.client.ClientProxy;
import dev.sockeye.engineio.client.ClientTls;
import dev.sockeye.socketio.client.SocketIoClient;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whom to trust and what to go through on the way to a server. Set once, by the command line. */
final class TlsOptions {
  @Option(
      names = {"-k", "--insecure"},
      description = "Trust every server, whoever it is: for tests only.")
  private boolean insecure;

  @Option(
      names = "--ca",
      paramLabel = "PEM",
      description = "Trust the certificates of this file instead of Java's own.")
  private @Nullable Path ca;

  @Option(
      names = "--cert",
      paramLabel = "PEM",
      description = "The certificate to show to the server; with --key.")
  private @Nullable Path certificate;

  @Option(
      names = "--key",
      paramLabel = "PEM",
      description = "Its private key, in PKCS #8 and without a password.")
  private @Nullable Path key;

  @Option(
      names = {"-x", "--proxy"},
      paramLabel = "URL",
      description = "Go through a proxy: http://host:port, socks5://… or socks4://…")
  private @Nullable URI proxy;

  void applyTo(SocketIoClient.Builder builder) {
    if (insecure || ca != null || certificate != null || key != null) {
      builder.tls(tls());
    }
    if (proxy != null) {
      builder.proxy(proxy(proxy));
    }
  }

  private ClientTls tls() {
    ClientTls.Builder tls = ClientTls.builder();
    if (insecure) {
      tls.insecureTrustEverybody();
    }
    if (ca != null) {
      tls.trust(ca);
    }
    if ((certificate == null) != (key == null)) {
      throw new IllegalArgumentException("--cert and --key belong together");
    }
    if (certificate != null && key != null) {
      tls.identity(certificate, key);
    }
    return tls.build();
  }

  private static ClientProxy proxy(URI uri) {
    String host = uri.getHost();
    String scheme = uri.getScheme();
    if (host == null || scheme == null || uri.getPort() < 0) {
      throw new IllegalArgumentException("--proxy must be http://host:port, unlike " + uri);
    }
    ClientProxy plain =
        switch (scheme) {
          case "http" -> ClientProxy.http(host, uri.getPort());
          case "socks5" -> ClientProxy.socks5(host, uri.getPort());
          case "socks4" -> ClientProxy.socks4(host, uri.getPort());
          default ->
              throw new IllegalArgumentException(
                  "--proxy knows http, socks5 and socks4, not " + scheme);
        };
    String login = uri.getUserInfo();
    if (login == null) {
      return plain;
    }
    int colon = login.indexOf(':');
    return colon < 0
        ? plain.login(login, "")
        : plain.login(login.substring(0, colon), login.substring(colon + 1));
  }
}
