// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.sockeye.engineio.Cookies;
import dev.sockeye.engineio.Headers;
import dev.sockeye.engineio.SessionCookie;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Ties polling sessions to the browsers that began them: each browser has a secret key in a cookie,
 * which all its sessions share, so that its tabs don't take it from each other. Safe for use from
 * any thread.
 */
final class SessionBinding {
  private static final int BYTES = 18;
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{24}");

  private final SessionCookie cookie;
  private final SecureRandom random = new SecureRandom();

  private SessionBinding(SessionCookie cookie) {
    this.cookie = cookie;
  }

  /** What binds by a cookie; null without one. */
  static @Nullable SessionBinding of(@Nullable SessionCookie cookie) {
    return cookie == null ? null : new SessionBinding(cookie);
  }

  /** The key that a client has from an earlier session, or a new one. */
  String keyOf(Headers request) {
    String known = carriedBy(request);
    if (known != null && KEY.matcher(known).matches()) {
      return known;
    }
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().encodeToString(bytes);
  }

  /** The value of the header that gives a client its key. */
  String cookie(String key, boolean requestIsSecure) {
    return cookie.header(key, requestIsSecure);
  }

  /** Whether a request carries a key. */
  boolean isCarriedBy(Headers request, String key) {
    String carried = carriedBy(request);
    return carried != null && isSame(carried, key);
  }

  /** Whether what a request has carried is a session's key. */
  static boolean isSame(String carried, String key) {
    return MessageDigest.isEqual(carried.getBytes(US_ASCII), key.getBytes(US_ASCII));
  }

  /** The key that a request carries; null without one. */
  @Nullable String carriedBy(Headers request) {
    return Cookies.parse(request.all("Cookie")).get(cookie.name());
  }
}
