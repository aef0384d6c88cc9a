// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A proxy through which a client reaches its server.
 *
 * @param kind how to talk to it
 * @param host its name or address
 * @param port its port, from 1 to 65535
 * @param user the name to log in with; null for none
 * @param password the password of the user; null for none
 */
public record ClientProxy(
    Kind kind, String host, int port, @Nullable String user, @Nullable String password) {
  /** How to talk to a proxy. */
  public enum Kind {
    /** HTTP with {@code CONNECT}, whatever goes through it; Basic authentication. */
    HTTP,
    /** SOCKS 4a; the user without a password. */
    SOCKS4,
    /** SOCKS 5; the proxy resolves the server's name. */
    SOCKS5
  }

  /** Checks the parts. */
  public ClientProxy {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(host, "host");
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException("port must be from 1 to 65535, not " + port);
    }
  }

  /** A proxy that tunnels with {@code CONNECT}. */
  public static ClientProxy http(String host, int port) {
    return new ClientProxy(Kind.HTTP, host, port, null, null);
  }

  /** A SOCKS 5 proxy. */
  public static ClientProxy socks5(String host, int port) {
    return new ClientProxy(Kind.SOCKS5, host, port, null, null);
  }

  /** A SOCKS 4 proxy. */
  public static ClientProxy socks4(String host, int port) {
    return new ClientProxy(Kind.SOCKS4, host, port, null, null);
  }

  /** The same proxy, logged in to. */
  public ClientProxy login(String user, String password) {
    return new ClientProxy(kind, host, port, user, password);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return kind + " " + host + ":" + port;
  }
}
