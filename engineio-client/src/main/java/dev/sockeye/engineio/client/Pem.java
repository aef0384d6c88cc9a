// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/** Certificates and keys from files in PEM form (RFC 7468), with errors that name the file. */
final class Pem {
  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
  private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA", "RSASSA-PSS", "DSA");

  private Pem() {}

  /** All certificates of a file; there is one at least. */
  static List<X509Certificate> certificates(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      List<X509Certificate> found =
          CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
              .map(X509Certificate.class::cast)
              .toList();
      if (found.isEmpty()) {
        throw new IllegalArgumentException("no certificate in PEM form in " + file);
      }
      return found;
    } catch (IOException e) {
      throw unreadable(file, e);
    } catch (CertificateException e) {
      throw new IllegalArgumentException("no certificates in PEM form in " + file, e);
    }
  }

  /** A key store with one key, which has no password. */
  static KeyStore keyStore(Path chain, Path key) {
    Certificate[] certificates = certificates(chain).toArray(Certificate[]::new);
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry("identity", privateKey(key), new char[0], certificates);
      return store;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException("the key in " + key + " doesn't fit " + chain, e);
    }
  }

  /** What shows the certificates of a key store. */
  static KeyManager[] keyManagers(KeyStore store, char[] password) {
    try {
      KeyManagerFactory factory =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      factory.init(store, password);
      return factory.getKeyManagers();
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "the keys of the key store can't be opened: " + e.getMessage(), e);
    }
  }

  private static PrivateKey privateKey(Path file) {
    Matcher matcher = KEY.matcher(text(file));
    if (!matcher.find()) {
      throw new IllegalArgumentException(
          "no private key in " + file + ": expected PKCS #8 (BEGIN PRIVATE KEY), no password");
    }
    byte[] der = Base64.getMimeDecoder().decode(matcher.group(1));
    for (String algorithm : ALGORITHMS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
      } catch (InvalidKeySpecException e) {
        // Of another kind.
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("this JDK has no " + algorithm, e);
      }
    }
    throw new IllegalArgumentException("a private key of an unknown kind in " + file);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static IllegalArgumentException unreadable(Path file, IOException cause) {
    return new IllegalArgumentException("can't read " + file.toAbsolutePath(), cause);
  }
}
