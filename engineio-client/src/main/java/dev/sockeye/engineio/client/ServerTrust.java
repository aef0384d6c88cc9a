// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Decides on servers as the JDK does, then by the pinned keys, and says of one that is turned away
 * which certificate it had and what is wrong with it.
 */
final class ServerTrust extends X509ExtendedTrustManager {
  /** Null if everybody is trusted. */
  private final @Nullable X509ExtendedTrustManager delegate;

  private final List<byte[]> pins;

  private ServerTrust(@Nullable X509ExtendedTrustManager delegate, List<byte[]> pins) {
    this.delegate = delegate;
    this.pins = List.copyOf(pins);
  }

  /** Trust in everybody who has a pinned key; in everybody if none is. */
  static ServerTrust inEverybody(List<byte[]> pins) {
    return new ServerTrust(null, pins);
  }

  /**
   * Trust in certificates, or in those of the JDK if there are none.
   *
   * @param store some of them; null for none
   */
  static ServerTrust in(
      @Nullable KeyStore store, List<X509Certificate> certificates, List<byte[]> pins) {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(certificates.isEmpty() ? store : union(store, certificates));
      return Arrays.stream(factory.getTrustManagers())
          .filter(X509ExtendedTrustManager.class::isInstance)
          .map(manager -> new ServerTrust((X509ExtendedTrustManager) manager, pins))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("this JDK can't check certificates"));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalArgumentException(
          "the trusted certificates are not usable: " + e.getMessage(), e);
    }
  }

  private static KeyStore union(@Nullable KeyStore store, List<X509Certificate> certificates)
      throws GeneralSecurityException, IOException {
    KeyStore union = KeyStore.getInstance("PKCS12");
    union.load(null, null);
    for (X509Certificate certificate : certificates) {
      union.setCertificateEntry("trusted-" + union.size(), certificate);
    }
    if (store != null) {
      for (String alias : List.copyOf(java.util.Collections.list(store.aliases()))) {
        if (store.isCertificateEntry(alias)) {
          union.setCertificateEntry("stored-" + alias, store.getCertificate(alias));
        }
      }
    }
    return union;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    if (delegate != null) {
      try {
        delegate.checkServerTrusted(chain, authType, engine);
        // The JDK doesn't look at the dates of a certificate that is itself in the trust store.
        chain[0].checkValidity();
      } catch (CertificateException e) {
        throw refusal(chain, reason(e), e);
      }
    }
    if (!pins.isEmpty() && Arrays.stream(chain).noneMatch(this::isPinned)) {
      throw refusal(chain, "none of its keys is pinned; its own is " + pinOf(chain[0]), null);
    }
  }

  private static CertificateException refusal(
      X509Certificate[] chain, String reason, @Nullable CertificateException cause) {
    X509Certificate own = chain[0];
    return new CertificateException(
        "the certificate of "
            + own.getSubjectX500Principal()
            + " (issued by "
            + own.getIssuerX500Principal()
            + ", valid from "
            + own.getNotBefore().toInstant()
            + " until "
            + own.getNotAfter().toInstant()
            + ") is not accepted: "
            + reason,
        cause);
  }

  /** The innermost message: those around it say that there is one. */
  private static String reason(Throwable error) {
    Throwable root = error;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }

  private boolean isPinned(X509Certificate certificate) {
    byte[] hash = sha256(certificate);
    return pins.stream().anyMatch(pin -> MessageDigest.isEqual(pin, hash));
  }

  private static String pinOf(X509Certificate certificate) {
    return "sha256/" + Base64.getEncoder().encodeToString(sha256(certificate));
  }

  private static byte[] sha256(X509Certificate certificate) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(certificate.getPublicKey().getEncoded());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return delegate == null ? new X509Certificate[0] : delegate.getAcceptedIssuers();
  }

  // Connections are made by engines, and by clients only.

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {
    throw new UnsupportedOperationException("for engines only");
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType) {
    throw new UnsupportedOperationException("for engines only");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {
    throw new UnsupportedOperationException("for clients only");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
    throw new UnsupportedOperationException("for clients only");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType) {
    throw new UnsupportedOperationException("for clients only");
  }
}
