// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import java.net.IDN;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address of a request as the rules of cookies see it: the port doesn't count, and {@code ws}
 * is {@code http} (RFC 6265 §5.1).
 *
 * @param host in lower case and ASCII, an IPv6 address without brackets
 * @param path not decoded, without the query
 * @param secure whether nobody on the way can read along: TLS, or this very machine. RFC 6265
 *     leaves the latter open; browsers and curl count it, so that {@code Secure} cookies can be
 *     tried out
 */
record CookieOrigin(String host, String path, boolean secure) {
  private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");
  private static final Pattern AUTHORITY = Pattern.compile("(?:.*@)?(.*?)(?::\\d*)?");

  /**
   * @throws IllegalArgumentException if the URI is none of HTTP or WebSocket
   */
  static CookieOrigin of(URI uri) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    boolean encrypted =
        switch (scheme) {
          case "http", "ws" -> false;
          case "https", "wss" -> true;
          default ->
              throw new IllegalArgumentException(
                  "cookies belong to http, https, ws and wss, not to " + uri);
        };
    String host = canonical(host(uri));
    return new CookieOrigin(host, path(uri), encrypted || isLoopback(host));
  }

  /** Of names that Java's URI doesn't take for a host too: with an underscore or beyond ASCII. */
  private static String host(URI uri) {
    @Nullable String host = uri.getHost();
    if (host == null && uri.getAuthority() != null) {
      Matcher parts = AUTHORITY.matcher(uri.getAuthority());
      host = parts.matches() ? parts.group(1) : null;
    }
    if (host == null || host.isEmpty()) {
      throw new IllegalArgumentException("there is no host in " + uri);
    }
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private static String path(URI uri) {
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    return isAscii(path) ? path : URI.create(path).toASCIIString();
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }

  /**
   * A host in the form in which hosts are compared.
   *
   * @throws IllegalArgumentException if it can't be a host name
   */
  static String canonical(String host) {
    String encoded = isAscii(host) ? host : IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
    return encoded.toLowerCase(Locale.ROOT);
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || host.equals("::1")
        || (host.startsWith("127.") && isAddress(host));
  }

  /** Whether it is an IP address, of which nothing is a parent domain. */
  static boolean isAddress(String host) {
    return host.indexOf(':') >= 0 || IPV4.matcher(host).matches();
  }

  /** Whether a cookie of a domain is sent to this host (§5.1.3). */
  boolean isWithin(String domain) {
    return isWithin(host, domain);
  }

  /** Whether one host is the other or below it. */
  static boolean isWithin(String host, String domain) {
    int dot = host.length() - domain.length() - 1;
    return host.endsWith(domain) && (dot < 0 || (host.charAt(dot) == '.' && !isAddress(host)));
  }

  /** Whether a cookie of a path is sent to this one (§5.1.4). */
  boolean isBelow(String cookiePath) {
    return isBelow(path.isEmpty() ? "/" : path, cookiePath);
  }

  /** Whether one path is the other or below it. */
  static boolean isBelow(String path, String top) {
    return path.startsWith(top)
        && (path.length() == top.length() || top.endsWith("/") || path.charAt(top.length()) == '/');
  }

  /** The path of a cookie that names none: the folder of the request (§5.1.4). */
  String defaultPath() {
    int last = path.lastIndexOf('/');
    return last <= 0 || path.charAt(0) != '/' ? "/" : path.substring(0, last);
  }
}
