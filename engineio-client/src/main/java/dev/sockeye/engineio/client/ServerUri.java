// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a server.
 *
 * <pre>
 * https://chat.example           secure, port 443          wss: means the same
 * http://localhost:3000/admin    plain, path /admin        ws: means the same
 * chat.example?token=abc         secure, a query
 * http://[::1]:3000              an IPv6 address
 * http://chat_1:3000             a name of a container network
 * https://bücher.example         the same as https://xn--bcher-kva.example
 * </pre>
 *
 * @param isSecure whether connections are encrypted
 * @param host the name or address, an IPv6 address without brackets. A name may have underscores;
 *     it is kept in lower case, and in the ASCII form of internationalised names (RFC 3490)
 * @param port from 1 to 65535
 * @param path the path, {@code /} if there is none. The engine has a path of its own; Socket.IO
 *     takes this one for a namespace
 * @param query the parameters, decoded, in their order
 */
public record ServerUri(
    boolean isSecure, String host, int port, String path, Map<String, String> query) {
  private static final int MAX_LENGTH = 8000;
  private static final Pattern AUTHORITY =
      Pattern.compile(
          "(?:[^@]*@)?(?<host>\\[[0-9A-Fa-f:.%]+\\]|[^:\\[\\]]+)(?::(?<port>[0-9]{1,5})?)?");
  private static final Pattern NAME =
      Pattern.compile("[a-z0-9_-]{1,63}(?:\\.[a-z0-9_-]{1,63})*\\.?");
  private static final Pattern SCHEME = Pattern.compile("(?i)(https?|wss?)://.*");

  /**
   * Checks and copies the parts.
   *
   * @throws IllegalArgumentException if the host can't be one, or the port is out of range
   */
  public ServerUri {
    host = canonical(host);
    Objects.requireNonNull(path, "path");
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException("port must be from 1 to 65535, not " + port);
    }
    query = query.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(query));
  }

  private static String canonical(String host) {
    if (host.indexOf(':') >= 0) {
      return host; // an IPv6 address
    }
    String name;
    try {
      name = CookieOrigin.canonical(host);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("no host can be named '" + host + "'", e);
    }
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "no host can be named '"
              + host
              + "': between its dots a name has 1 to 63 letters, digits, '-' and '_'");
    }
    return name;
  }

  /**
   * Reads an address; one without a scheme is {@code https}.
   *
   * @throws IllegalArgumentException if it is longer than 8000 characters, malformed, of another
   *     scheme or without a valid host
   */
  public static ServerUri parse(String text) {
    if (text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "URI too long: " + text.length() + " characters, of at most " + MAX_LENGTH);
    }
    Matcher scheme = SCHEME.matcher(text);
    String full = text;
    if (text.startsWith("//")) {
      full = "https:" + text;
    } else if (!scheme.matches() && !text.contains("://")) {
      full = "https://" + text;
    }
    try {
      return of(new URI(full));
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("not the address of a server: '" + text + "'", e);
    }
  }

  /**
   * As {@link #parse}.
   *
   * @throws IllegalArgumentException if it is of another scheme than {@code http}, {@code https},
   *     {@code ws} and {@code wss}, or has no valid host
   */
  public static ServerUri of(URI uri) {
    String scheme = String.valueOf(uri.getScheme());
    if (!SCHEME.matcher(scheme + "://").matches()) {
      throw new IllegalArgumentException(
          "the scheme must be http, https, ws or wss, unlike that of '" + uri + "'");
    }
    // Not getHost: it knows no underscores, which container networks have in their names.
    Matcher authority = AUTHORITY.matcher(String.valueOf(uri.getRawAuthority()));
    if (uri.getRawAuthority() == null || !authority.matches()) {
      throw new IllegalArgumentException("no valid host in '" + uri + "'");
    }
    String host = authority.group("host");
    String number = authority.group("port");
    boolean secure = scheme.equalsIgnoreCase("https") || scheme.equalsIgnoreCase("wss");
    int port = number != null ? Integer.parseInt(number) : secure ? 443 : 80;
    String path = uri.getPath() == null || uri.getPath().isEmpty() ? "/" : uri.getPath();
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    return new ServerUri(secure, bare, port, path, Query.parse(uri.getRawQuery()));
  }

  /** The server with a path, {@code http} or {@code https}; the usual port is left out. */
  URI at(String path) {
    String name = host.indexOf(':') < 0 ? host : "[" + host + "]";
    String suffix = port == (isSecure ? 443 : 80) ? "" : ":" + port;
    return URI.create((isSecure ? "https://" : "http://") + name + suffix + path);
  }
}
