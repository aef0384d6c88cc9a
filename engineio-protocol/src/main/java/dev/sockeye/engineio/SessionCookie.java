// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio;

import java.util.EnumMap;
import java.util.function.UnaryOperator;

/**
 * The cookie by which a load balancer keeps the requests of a session on one server. Its value is
 * the session's Engine.IO id. Implements "Cookie-based sticky session" of Socket.IO's "How to deal
 * with cookies", and the server option {@code cookie}.
 *
 * <p>The engine sends it with the answer to a handshake and never reads it: its value proves
 * nothing about who sends it, and proxies change it on the way (HAProxy's {@code cookie io prefix}
 * makes it {@code app01~<id>}).
 *
 * <p>Immutable: each method returns a changed copy, which keeps the other settings. Safe for use
 * from any thread.
 */
public final class SessionCookie extends CookieAttributes<SessionCookie> {
  private final String name;
  private final UnaryOperator<String> encoder;
  private final SecurePolicy secure;
  private final boolean onWebSocket;

  private SessionCookie(
      String name,
      UnaryOperator<String> encoder,
      SecurePolicy secure,
      boolean onWebSocket,
      EnumMap<CookieAttribute, String> attributes) {
    super(attributes);
    this.name = name;
    this.encoder = encoder;
    this.secure = secure;
    this.onWebSocket = onWebSocket;
  }

  /** {@code io=<id>; Path=/; HttpOnly; SameSite=Lax}: what the original's {@code true} means. */
  public static SessionCookie defaults() {
    EnumMap<CookieAttribute, String> none = new EnumMap<>(CookieAttribute.class);
    return new SessionCookie("io", UriComponent::encode, SecurePolicy.NEVER, false, none)
        .path("/")
        .httpOnly(true)
        .sameSite(SameSite.LAX);
  }

  /**
   * Another name than {@code io}.
   *
   * @throws IllegalArgumentException if it is no token
   */
  public SessionCookie name(String newName) {
    CookieRules.name(newName);
    return new SessionCookie(newName, encoder, secure, onWebSocket, copyOfAttributes());
  }

  /** What encodes the id; by default as JavaScript's {@code encodeURIComponent}. */
  public SessionCookie encoder(UnaryOperator<String> newEncoder) {
    return new SessionCookie(name, newEncoder, secure, onWebSocket, copyOfAttributes());
  }

  /**
   * When the cookie has {@code Secure}; {@link SecurePolicy#NEVER} by default.
   *
   * <p>With {@link SecurePolicy#AUTO}, what needs {@code Secure} gives way on a plain request, so
   * that the cookie is kept rather than dropped by the browser: {@code SameSite=None} becomes
   * {@code SameSite=Lax} and {@code Partitioned} is left out.
   */
  public SessionCookie secure(SecurePolicy policy) {
    return new SessionCookie(name, encoder, policy, onWebSocket, copyOfAttributes());
  }

  /**
   * Whether the answer to a handshake over WebSocket has the cookie too, so that a client that
   * never polls comes back to the same server. Off by default, as the original has no such option.
   */
  public SessionCookie onWebSocket(boolean sent) {
    return new SessionCookie(name, encoder, secure, sent, copyOfAttributes());
  }

  /** The cookie's name. */
  public String name() {
    return name;
  }

  /** Whether the answer to a handshake over WebSocket has the cookie too. */
  public boolean isOnWebSocket() {
    return onWebSocket;
  }

  /**
   * This cookie, if browsers will keep it; to be called once all is set.
   *
   * @throws IllegalArgumentException as {@link SetCookie#toHeader}. A name with the prefix {@code
   *     __Secure-} or {@code __Host-} needs {@link SecurePolicy#ALWAYS}.
   */
  public SessionCookie validated() {
    CookieRules.together(name, attributesFor(true));
    CookieRules.together(name, attributesFor(false));
    return this;
  }

  /**
   * The value of the {@code Set-Cookie} header of a handshake.
   *
   * @param sid the session's Engine.IO id
   * @param requestIsSecure whether the request came over TLS
   * @throws IllegalArgumentException as {@link SetCookie#toHeader}, and if the encoded id has an
   *     illegal character
   */
  public String header(String sid, boolean requestIsSecure) {
    return SetCookie.of(name, sid, encoder).with(attributesFor(requestIsSecure)).toHeader();
  }

  private EnumMap<CookieAttribute, String> attributesFor(boolean requestIsSecure) {
    EnumMap<CookieAttribute, String> attributes = copyOfAttributes();
    if (secure == SecurePolicy.ALWAYS || (secure == SecurePolicy.AUTO && requestIsSecure)) {
      attributes.put(CookieAttribute.SECURE, CookieAttribute.FLAG);
    } else if (secure == SecurePolicy.AUTO) {
      attributes.remove(CookieAttribute.PARTITIONED);
      attributes.replace(CookieAttribute.SAME_SITE, SameSite.NONE.wire(), SameSite.LAX.wire());
    }
    return attributes;
  }

  @Override
  SessionCookie with(EnumMap<CookieAttribute, String> changed) {
    return new SessionCookie(name, encoder, secure, onWebSocket, changed);
  }

  @Override
  public String toString() {
    return "SessionCookie[%s, secure=%s, onWebSocket=%s, %s]"
        .formatted(name, secure, onWebSocket, copyOfAttributes());
  }
}
