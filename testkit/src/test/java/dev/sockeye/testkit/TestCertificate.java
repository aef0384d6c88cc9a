// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;

/** A key with a certificate that it has signed itself, made with the JDK's tool. */
final class TestCertificate {
  private static final char[] PASSWORD = "sockeye".toCharArray();

  private final Path directory;
  private final KeyStore keys;

  private TestCertificate(Path directory, KeyStore keys) {
    this.directory = directory;
    this.keys = keys;
  }

  /**
   * Makes one.
   *
   * @param host whom it is for
   * @param options more for the tool, such as {@code -startdate -9d}
   */
  static TestCertificate make(Path directory, String host, String... options) {
    Path store = directory.resolve("keys.p12");
    String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    String fixed =
        tool
            + " -genkeypair -alias test -keyalg EC -storetype PKCS12 -storepass sockeye"
            + " -validity 2 -dname CN="
            + host
            + " -ext san=dns:"
            + host
            + " -keystore "
            + store;
    List<String> command = new ArrayList<>(List.of(fixed.split(" ")));
    command.addAll(List.of(options));
    try {
      Files.createDirectories(directory);
      int status =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor();
      if (status != 0) {
        throw new AssertionError("keytool ended with " + status);
      }
      KeyStore keys = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(store)) {
        keys.load(in, PASSWORD);
      }
      return new TestCertificate(directory, keys);
    } catch (IOException | GeneralSecurityException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** The key and its certificate. */
  KeyStore keyStore() {
    return keys;
  }

  char[] password() {
    return PASSWORD.clone();
  }

  /** The certificate alone. */
  KeyStore trustStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("test", keys.getCertificate("test"));
    return store;
  }

  /** The certificate as a file. */
  Path certificatePem() throws GeneralSecurityException {
    return pem("certificate.pem", "CERTIFICATE", keys.getCertificate("test").getEncoded());
  }

  /** The key as a file. */
  Path keyPem() throws GeneralSecurityException {
    return pem("key.pem", "PRIVATE KEY", keys.getKey("test", PASSWORD).getEncoded());
  }

  /** The SHA-256 of the public key. */
  String pin() throws GeneralSecurityException {
    byte[] key = keys.getCertificate("test").getPublicKey().getEncoded();
    return "sha256/"
        + Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(key));
  }

  private Path pem(String name, String type, byte[] der) {
    String text =
        "-----BEGIN %s-----%n%s%n-----END %s-----%n"
            .formatted(type, Base64.getMimeEncoder().encodeToString(der), type);
    try {
      return Files.writeString(directory.resolve(name), text, ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A server with this certificate. */
  WireServer serve(WireServer.Script script) {
    return serve(script, false);
  }

  /** A server with this certificate that asks for the same of its clients. */
  WireServer serveItself(WireServer.Script script) {
    return serve(script, true);
  }

  private WireServer serve(WireServer.Script script, boolean needClient) {
    try {
      KeyManagerFactory own =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      own.init(keys, PASSWORD);
      TrustManagerFactory trusted =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trusted.init(trustStore());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
      SSLServerSocket socket =
          (SSLServerSocket)
              context
                  .getServerSocketFactory()
                  .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
      socket.setNeedClientAuth(needClient);
      return WireServer.start(socket, script);
    } catch (IOException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
