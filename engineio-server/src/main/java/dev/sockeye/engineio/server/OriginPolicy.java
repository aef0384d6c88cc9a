// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.Headers;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which pages may connect, by the {@code Origin} header of their requests. CORS can't do that:
 * browsers don't apply it to WebSockets, so that any page a user visits may open one with the
 * user's cookies (cross-site WebSocket hijacking). A server that trusts cookies should have a
 * policy.
 *
 * <pre>{@code
 * OriginPolicy.of("https://app.example", "https://*.partner.example").orSameOrigin()
 * }</pre>
 *
 * <p>Requests without an {@code Origin} come from other programs than browsers, and from browsers
 * that poll their own origin; they are allowed. So do those of JSONP, as a page loads any script;
 * where the browser says by {@code Sec-Fetch-Site} that the page is of another origin, that of the
 * {@code Referer} is checked instead, and none is refused. {@code Origin: null} (sandboxed frames,
 * local files) is refused unless it is listed.
 *
 * <p>Immutable; safe for use from any thread.
 */
public final class OriginPolicy {
  private final Predicate<String> listed;
  private final boolean sameOrigin;
  private final boolean required;

  private OriginPolicy(Predicate<String> listed, boolean sameOrigin, boolean required) {
    this.listed = listed;
    this.sameOrigin = sameOrigin;
    this.required = required;
  }

  /** All origins: no check. */
  public static OriginPolicy any() {
    return new OriginPolicy(origin -> true, false, false);
  }

  /** Only pages that this server has served itself; see {@link #orSameOrigin}. */
  public static OriginPolicy sameOrigin() {
    return new OriginPolicy(origin -> false, true, false);
  }

  /** As {@link #of(Collection)}. */
  public static OriginPolicy of(String... origins) {
    return of(List.of(origins));
  }

  /**
   * Only these origins: {@code https://app.example}, {@code http://localhost:3000}, {@code
   * https://*.app.example} for all subdomains (not the host itself), {@code null}.
   *
   * @throws IllegalArgumentException if one is no origin
   */
  public static OriginPolicy of(Collection<String> origins) {
    List<OriginPattern> patterns = origins.stream().map(OriginPattern::parse).toList();
    Predicate<String> listed =
        origin -> patterns.stream().anyMatch(pattern -> pattern.matches(origin));
    return new OriginPolicy(listed, false, false);
  }

  /**
   * Allows, besides, pages of the host and port that the request's {@code Host} header names. A
   * proxy must hand that header on. A page loaded over plain HTTP doesn't count as the same origin
   * where the request came over TLS.
   *
   * <p>A listed origin is safer where the server is reached by an address of a private network: a
   * hostile page may have the address of its own name changed to it (DNS rebinding).
   */
  public OriginPolicy orSameOrigin() {
    return new OriginPolicy(listed, true, required);
  }

  /**
   * Refuses requests without an {@code Origin} too. Browsers send none when they poll their own
   * origin, so this is for servers whose pages come from elsewhere, or use WebSocket only.
   */
  public OriginPolicy required() {
    return new OriginPolicy(listed, sameOrigin, true);
  }

  /**
   * Whether a request may connect.
   *
   * @param request the request's headers
   * @param secure whether the request came over TLS, as far as is known
   */
  public boolean allows(Headers request, boolean secure) {
    List<String> origins = request.all("Origin");
    if (origins.isEmpty() && (required || !isOfAnotherOrigin(request))) {
      return !required;
    }
    String origin =
        origins.isEmpty()
            ? origin(request.first("Referer").orElse(""))
            : String.join(", ", origins);
    return listed.test(origin) || (sameOrigin && isSameOrigin(origin, request.all("Host"), secure));
  }

  /** Whether a browser says so of the page behind a request. Pages can't forge this header. */
  private static boolean isOfAnotherOrigin(Headers request) {
    return request.all("Sec-Fetch-Site").stream()
        .anyMatch(site -> site.equals("cross-site") || site.equals("same-site"));
  }

  /** That of a URL; the text itself if it is none. */
  private static String origin(String url) {
    int host = url.indexOf("://");
    int path = host < 0 ? -1 : url.indexOf('/', host + 3);
    return path < 0 ? url : url.substring(0, path);
  }

  private static boolean isSameOrigin(String origin, List<String> hosts, boolean secure) {
    String scheme = secure || origin.startsWith("https://") ? "https://" : "http://";
    if (hosts.size() != 1 || !origin.startsWith(scheme)) {
      return false;
    }
    String defaultPort = OriginPattern.defaultPort(scheme);
    return without(defaultPort, origin.substring(scheme.length()))
        .equalsIgnoreCase(without(defaultPort, hosts.get(0)));
  }

  private static String without(String port, String host) {
    return host.endsWith(port) ? host.substring(0, host.length() - port.length()) : host;
  }
}
