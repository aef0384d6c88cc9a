// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.netty;

import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/**
 * Who is at the other end of a connection.
 *
 * @param address the client's address, as far as is known
 * @param secure whether the client's connection is encrypted, as far as is known
 * @param engine what encrypts the connection at this end; null if nothing does
 */
record Peer(InetSocketAddress address, boolean secure, @Nullable SSLEngine engine) {
  /** One that has said nothing of itself, without encryption. */
  static Peer plain(InetSocketAddress address) {
    return new Peer(address, false, null);
  }

  /** The same one, over TLS that ends here. */
  Peer over(SSLEngine encryption) {
    return new Peer(address, true, encryption);
  }

  /** What it has shown to prove who it is; empty if it was not asked, or has nothing to show. */
  List<X509Certificate> certificates() {
    if (engine == null || !(engine.getWantClientAuth() || engine.getNeedClientAuth())) {
      return List.of();
    }
    try {
      return Arrays.stream(engine.getSession().getPeerCertificates())
          .map(X509Certificate.class::cast)
          .toList();
    } catch (SSLPeerUnverifiedException e) {
      return List.of();
    }
  }
}
