// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.benchmarks;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLException;

/**
 * What the TLS scenario speaks: TLS 1.3 with AES-128-GCM and a P-256 key, whatever a server would
 * prefer, so that all of them do the same work.
 */
final class TlsKeys {
  /** Of the key store. Nobody is kept out by it. */
  static final String PASSWORD = "benchmark";

  /** The load generator's side; it believes every server. */
  static final SslContext CLIENT = client();

  private static final List<String> CREATE =
      List.of(
          "-genkeypair -alias benchmark -keyalg EC -groupname secp256r1 -dname CN=localhost"
              .split(" ", -1));

  private TlsKeys() {}

  /** The key store (PKCS #12) that every server is given; made once. */
  static Path file(Path root) throws IOException {
    Path file = root.resolve("benchmarks/target/benchmark.p12");
    if (!Files.exists(file)) {
      Files.createDirectories(file.getParent());
      var command = new ArrayList<String>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
      command.addAll(CREATE);
      command.addAll(List.of("-validity", "3650", "-storetype", "PKCS12", "-storepass", PASSWORD));
      command.addAll(List.of("-keystore", file.toString()));
      run(command);
    }
    return file;
  }

  private static void run(List<String> command) throws IOException {
    try {
      int status = new ProcessBuilder(command).inheritIO().start().waitFor();
      if (status != 0) {
        throw new IOException("keytool ends with " + status);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** The server's side, from the key store. */
  static KeyManagerFactory keys(Path file) {
    try (var in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, PASSWORD.toCharArray());
      var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, PASSWORD.toCharArray());
      return keys;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no key of the benchmark's in " + file, e);
    }
  }

  private static SslContext client() {
    try {
      return SslContextBuilder.forClient()
          .sslProvider(SslProvider.JDK)
          .protocols("TLSv1.3")
          .ciphers(List.of("TLS_AES_128_GCM_SHA256"))
          .trustManager(InsecureTrustManagerFactory.INSTANCE)
          .endpointIdentificationAlgorithm(null)
          .build();
    } catch (SSLException e) {
      throw new IllegalStateException("the JDK knows TLS 1.3", e);
    }
  }
}
