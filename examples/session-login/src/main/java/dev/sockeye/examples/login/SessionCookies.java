// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.examples.login;

import dev.sockeye.engineio.SameSite;
import dev.sockeye.engineio.SetCookie;
import java.time.Duration;

/**
 * The cookie that brings a session's id: scripts can't read it, other sites can't use it and, where
 * the page came over TLS, nothing but TLS carries it and no other host can set it.
 */
final class SessionCookies {
  private SessionCookies() {}

  /** Its name; {@code __Host-} makes browsers insist on {@code Secure}, path and host. */
  static String name(boolean secure) {
    return secure ? "__Host-sid" : "sid";
  }

  /** The cookie that keeps a session. */
  static SetCookie of(UserSession session, Duration life, boolean secure) {
    return cookie(session.id(), secure).maxAge(life);
  }

  /** The cookie that removes it. */
  static SetCookie removal(boolean secure) {
    return cookie("", secure).maxAge(Duration.ZERO);
  }

  private static SetCookie cookie(String value, boolean secure) {
    return SetCookie.of(name(secure), value)
        .path("/")
        .httpOnly(true)
        .secure(secure)
        .sameSite(SameSite.LAX);
  }
}
