// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * One cookie to be set: builds the value of a {@code Set-Cookie} header, byte for byte as {@code
 * serialize} of the npm package {@code cookie} 0.7. Implements "Application cookies" of Socket.IO's
 * "How to deal with cookies".
 *
 * <pre>{@code
 * SetCookie.of("uid", "1234").path("/").httpOnly(true).sameSite(SameSite.STRICT).toHeader()
 *     // uid=1234; Path=/; HttpOnly; SameSite=Strict
 * }</pre>
 *
 * <p>Starts without any attribute. Immutable; safe for use from any thread.
 */
public final class SetCookie extends CookieAttributes<SetCookie> {
  private final String name;
  private final String value;

  private SetCookie(String name, String value, EnumMap<CookieAttribute, String> attributes) {
    super(attributes);
    this.name = name;
    this.value = value;
  }

  /**
   * A cookie whose value is percent-encoded as by JavaScript's {@code encodeURIComponent}.
   *
   * @throws IllegalArgumentException if the name is no token, or if name and value together have
   *     more than 4096 bytes, which browsers ignore
   */
  public static SetCookie of(String name, String value) {
    return of(name, value, UriComponent::encode);
  }

  /**
   * A cookie whose value is encoded by a function; {@code UnaryOperator.identity()} sends it as it
   * is.
   *
   * @throws IllegalArgumentException as {@link #of(String, String)}, and if the encoded value has a
   *     character that RFC 6265 forbids: a quote within, comma, semicolon, backslash, white space,
   *     control characters and those outside ASCII
   */
  public static SetCookie of(String name, String value, UnaryOperator<String> encoder) {
    CookieRules.name(name);
    String encoded = CookieRules.value(name, encoder.apply(value));
    return new SetCookie(name, encoded, new EnumMap<>(CookieAttribute.class));
  }

  /** The cookie's name. */
  public String name() {
    return name;
  }

  /** Whether the cookie is sent over TLS only. */
  public SetCookie secure(boolean secure) {
    return with(CookieAttribute.SECURE, flag(secure));
  }

  @Override
  SetCookie with(EnumMap<CookieAttribute, String> changed) {
    return new SetCookie(name, value, changed);
  }

  /**
   * The value of the {@code Set-Cookie} header.
   *
   * @throws IllegalArgumentException if browsers would drop the cookie: {@code SameSite=None} or
   *     {@code Partitioned} without {@code Secure}; a name that begins with {@code __Secure-}
   *     without {@code Secure}; one that begins with {@code __Host-} without {@code Secure} and
   *     {@code Path=/}, or with a domain
   */
  public String toHeader() {
    EnumMap<CookieAttribute, String> attributes = copyOfAttributes();
    CookieRules.together(name, attributes);
    StringBuilder line = new StringBuilder(128).append(name).append('=').append(value);
    for (Map.Entry<CookieAttribute, String> attribute : attributes.entrySet()) {
      line.append("; ").append(attribute.getKey().wire());
      if (!attribute.getValue().equals(CookieAttribute.FLAG)) {
        line.append('=').append(attribute.getValue());
      }
    }
    return line.toString();
  }

  /** For logs: the name and the attributes, without the value, which may be a secret. */
  @Override
  public String toString() {
    return "SetCookie[" + name + ", " + copyOfAttributes() + "]";
  }
}
