// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * How a client encrypts: whom it trusts and, where the server asks, who it is. Immutable; compared
 * by identity, so make one and share it.
 *
 * <pre>{@code
 * ClientTls.builder()
 *     .trust(Path.of("company-ca.pem"))
 *     .identity(Path.of("me.pem"), Path.of("me-key.pem"))
 *     .pin("sha256/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
 *     .build()
 * }</pre>
 *
 * <p>Without anything set: the JDK trusts whom it does, the server's certificate must be for the
 * host that the client asked for, and the name of the host is sent along (SNI). A server that is
 * not accepted fails the connection with an {@link javax.net.ssl.SSLHandshakeException}; the {@link
 * java.security.cert.CertificateException} among its causes says which certificate and why.
 */
public final class ClientTls {
  private final SSLContext context;
  private final boolean verifyHost;
  private final Consumer<? super SSLParameters> parameters;

  private ClientTls(
      SSLContext context, boolean verifyHost, Consumer<? super SSLParameters> parameters) {
    this.context = Objects.requireNonNull(context, "context");
    this.verifyHost = verifyHost;
    this.parameters = parameters;
  }

  /** Trust and keys as a context has them. The host's name is verified. */
  public static ClientTls of(SSLContext context) {
    return new ClientTls(context, true, unchanged -> {});
  }

  /** The JDK's own trust, without a key. */
  public static ClientTls defaults() {
    return builder().build();
  }

  /** From the JDK's own trust on. */
  public static Builder builder() {
    return new Builder();
  }

  /** What makes the encrypted connections. */
  public SSLContext context() {
    return context;
  }

  /** What encrypts one connection to a host, for a {@link NettyNetwork} or another. */
  public SSLEngine engine(String host, int port) {
    SSLEngine engine = context.createSSLEngine(host, port);
    engine.setUseClientMode(true);
    SSLParameters settings = engine.getSSLParameters();
    if (verifyHost) {
      settings.setEndpointIdentificationAlgorithm("HTTPS");
    }
    if (isName(host)) {
      settings.setServerNames(List.of(new SNIHostName(host)));
    }
    parameters.accept(settings);
    engine.setSSLParameters(settings);
    return engine;
  }

  /**
   * Whether it can be sent as a server's name: addresses can't, nor what the JDK takes for none.
   */
  private static boolean isName(String host) {
    return host.matches("(?!-)[A-Za-z0-9.-]*[A-Za-z][A-Za-z0-9-]*");
  }

  /** Sets a {@link ClientTls} up. */
  public static final class Builder {
    /** Browsers write one slash, curl writes two, and the value itself may begin with one. */
    private static final Pattern PIN = Pattern.compile("(?:sha256//?)?([A-Za-z0-9+/]{43})=?");

    private final List<X509Certificate> trusted = new ArrayList<>();
    private final List<byte[]> pins = new ArrayList<>();
    private @Nullable KeyStore trustStore;
    private KeyManager @Nullable [] identity;
    private boolean trustEverybody;
    private boolean verifyHost = true;
    private Consumer<? super SSLParameters> parameters = unchanged -> {};

    private Builder() {}

    /** Trusts the certificates of a key store, and no longer those of the JDK. */
    public Builder trust(KeyStore store) {
      trustStore = Objects.requireNonNull(store, "store");
      return this;
    }

    /**
     * Trusts the certificates of a file in PEM form too, and no longer those of the JDK.
     *
     * @throws IllegalArgumentException if it can't be read or has none
     */
    public Builder trust(Path pem) {
      trusted.addAll(Pem.certificates(pem));
      return this;
    }

    /** Trusts certificates too, and no longer those of the JDK. */
    public Builder trust(X509Certificate... certificates) {
      trusted.addAll(List.of(certificates));
      return this;
    }

    /**
     * Shows a certificate of a key store to servers that ask for one.
     *
     * @param password that of its keys
     * @throws IllegalArgumentException if it doesn't open them
     */
    public Builder identity(KeyStore store, char[] password) {
      identity = Pem.keyManagers(store, password);
      return this;
    }

    /**
     * Shows a certificate to servers that ask for one.
     *
     * @param chain it and those that vouch for it, in PEM form
     * @param key its private key: PKCS #8 in PEM form, without a password
     * @throws IllegalArgumentException if a file can't be read or has something else
     */
    public Builder identity(Path chain, Path key) {
      identity = Pem.keyManagers(Pem.keyStore(chain, key), new char[0]);
      return this;
    }

    /**
     * Accepts only servers in whose chain there is a certificate with this public key, or another
     * one that is pinned. On top of what trust asks for. Pin a spare key too: without one, a server
     * that loses its key loses its clients.
     *
     * @param sha256 the SHA-256 of the key ({@code SubjectPublicKeyInfo}) in base64, as browsers
     *     and curl write it, with or without {@code sha256/} in front
     * @throws IllegalArgumentException if it is no such value
     */
    public Builder pin(String sha256) {
      pins.add(hashOf(sha256));
      return this;
    }

    /** What a pin stands for. */
    static byte[] hashOf(String sha256) {
      Matcher pin = PIN.matcher(sha256);
      if (!pin.matches()) {
        throw new IllegalArgumentException(
            "a pin is a SHA-256, 32 bytes in base64 with or without sha256/ in front, not "
                + sha256);
      }
      return Base64.getDecoder().decode(pin.group(1));
    }

    /**
     * Whether the certificate must be for the host of the URL. Default true; false opens the door
     * to whoever has any certificate that is trusted.
     */
    public Builder verifyHost(boolean verify) {
      verifyHost = verify;
      return this;
    }

    /**
     * Accepts every server, whoever it is: anybody on the way can read and change everything. For
     * tests on one's own machine. Keys that are {@link #pin pinned} are still asked for, which
     * makes it sound again.
     */
    public Builder insecureTrustEverybody() {
      trustEverybody = true;
      verifyHost = false;
      return this;
    }

    /**
     * Changes the parameters of each connection: protocols, cipher suites, server names. Called for
     * each, and last.
     */
    public Builder parameters(Consumer<? super SSLParameters> change) {
      parameters = Objects.requireNonNull(change, "change");
      return this;
    }

    /**
     * What was set up.
     *
     * @throws IllegalArgumentException if the JDK can't do it
     */
    public ClientTls build() {
      ServerTrust trust =
          trustEverybody
              ? ServerTrust.inEverybody(pins)
              : ServerTrust.in(trustStore, trusted, pins);
      try {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(identity, new TrustManager[] {trust}, null);
        ClientTls tls = new ClientTls(context, verifyHost, parameters);
        // Parameters that can't be are the caller's fault, to be told now.
        tls.engine("localhost", 443);
        return tls;
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("this JDK has no TLS", e);
      } catch (GeneralSecurityException e) {
        throw new IllegalArgumentException("TLS can't be set up so: " + e.getMessage(), e);
      }
    }
  }
}
