// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Decides on clients as the JDK does, by the issuers that a file names, and says of one that is
 * turned away which certificate it had.
 */
final class ClientTrust extends X509ExtendedTrustManager {
  private final X509ExtendedTrustManager delegate;

  private ClientTrust(X509ExtendedTrustManager delegate) {
    this.delegate = delegate;
  }

  /**
   * Trust in certificates, and in those that they have issued.
   *
   * @param issuers in PEM form
   * @throws IllegalArgumentException if there are none
   */
  static ClientTrust in(Path issuers) {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store(issuers));
      return Arrays.stream(factory.getTrustManagers())
          .filter(X509ExtendedTrustManager.class::isInstance)
          .map(manager -> new ClientTrust((X509ExtendedTrustManager) manager))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("this JDK can't check certificates"));
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException("no certificates in PEM form in " + issuers, e);
    }
  }

  private static KeyStore store(Path file) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    try (InputStream in = Files.newInputStream(file)) {
      Collection<? extends Certificate> found =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      for (Certificate each : found) {
        store.setCertificateEntry("issuer-" + store.size(), each);
      }
    }
    if (store.size() == 0) {
      throw new CertificateException("none");
    }
    return store;
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    try {
      delegate.checkClientTrusted(chain, authType, engine);
      // The JDK doesn't look at the dates of a certificate that is itself in the trust store.
      chain[0].checkValidity();
    } catch (CertificateException e) {
      throw new CertificateException(
          "the client's certificate of %s (issued by %s) is not accepted: %s"
              .formatted(
                  chain[0].getSubjectX500Principal(), chain[0].getIssuerX500Principal(), reason(e)),
          e);
    }
  }

  /** The innermost message: those around it say that there is one. */
  private static String reason(Throwable error) {
    Throwable root = error;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return delegate.getAcceptedIssuers();
  }

  // Connections are made by engines, and by servers only.

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {
    throw new UnsupportedOperationException("for engines only");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType) {
    throw new UnsupportedOperationException("for engines only");
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {
    throw new UnsupportedOperationException("for servers only");
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
    throw new UnsupportedOperationException("for servers only");
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType) {
    throw new UnsupportedOperationException("for servers only");
  }
}
