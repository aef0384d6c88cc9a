// Copyright 2026 the Sockeye authors
// SPDX-License-Identifier: Apache-2.0
package dev.sockeye.engineio.server;

import dev.sockeye.engineio.Headers;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which pages of other origins may read the server's responses (CORS). Implements "Handling CORS"
 * of Socket.IO and the server option {@code cors}; the headers are those of the npm package {@code
 * cors} 2.8.
 *
 * <pre>{@code
 * Cors.origin("https://app.example").credentials(true)
 * }</pre>
 *
 * <p>CORS only keeps a browser from showing a response to a page: it refuses no request, and it
 * doesn't bind WebSockets. Whom to refuse is said by an {@link OriginPolicy}.
 *
 * <p>Immutable: each method returns a changed copy. What it answers depends on the request alone.
 * Safe for use from any thread, if the predicate is.
 */
public final class Cors {
  private static final String ANY = "*";
  private static final String ALLOW_CREDENTIALS = "Access-Control-Allow-Credentials";
  private static final String ALLOW_HEADERS = "Access-Control-Allow-Headers";
  private static final String ALLOW_METHODS = "Access-Control-Allow-Methods";

  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  // More than any origin has: a host name has 253 characters at most.
  private static final int MAX_ORIGIN = 512;

  private final Origins origins;
  // For every response; not changed after construction.
  private final Headers always;
  // For preflights besides; not changed after construction.
  private final Headers preflight;
  private final boolean headersReflected;
  private final OptionalInt preflightStatus;

  /** An origin that is sent whatever the request's is, or else those that are sent back. */
  private record Origins(@Nullable String fixed, Predicate<String> allowed) {}

  private Cors(
      Origins origins,
      Headers always,
      Headers preflight,
      boolean headersReflected,
      OptionalInt preflightStatus) {
    this.origins = origins;
    this.always = always;
    this.preflight = preflight;
    this.headersReflected = headersReflected;
    this.preflightStatus = preflightStatus;
  }

  private static Cors of(@Nullable String fixed, Predicate<String> allowed) {
    Headers methods = Headers.of(ALLOW_METHODS, "GET,HEAD,PUT,PATCH,POST,DELETE");
    Origins origins = new Origins(fixed, allowed);
    return new Cors(origins, Headers.create(), methods, true, OptionalInt.of(204));
  }

  /** Every page of every origin, but without cookies: {@code Access-Control-Allow-Origin: *}. */
  public static Cors any() {
    return of(ANY, origin -> false);
  }

  /**
   * One origin, which is sent whatever the request's is; {@code *} means {@link #any()}, and {@code
   * https://*.app.example} all subdomains, as in {@link #origins}.
   *
   * @throws IllegalArgumentException if it is no origin
   */
  public static Cors origin(String origin) {
    if (origin.equals(ANY)) {
      return any();
    }
    OriginPattern pattern = OriginPattern.parse(origin);
    return pattern.isWildcard()
        ? allowing(pattern::matches)
        : of(pattern.toString(), other -> false);
  }

  /**
   * Several origins; the request's is sent back if it is among them. An entry may be {@code
   * https://*.app.example} for all subdomains (not the host itself).
   *
   * @throws IllegalArgumentException if one is no origin
   */
  public static Cors origins(Collection<String> origins) {
    List<OriginPattern> patterns = origins.stream().map(OriginPattern::parse).toList();
    return allowing(origin -> patterns.stream().anyMatch(pattern -> pattern.matches(origin)));
  }

  /**
   * The origins that a pattern matches as a whole. (The original looks for the pattern anywhere in
   * the origin, so that {@code /app\.example/} lets {@code https://app.example.evil.example} in.)
   */
  public static Cors matching(Pattern pattern) {
    return allowing(origin -> pattern.matcher(origin).matches());
  }

  /**
   * The origins that a predicate accepts. Called on the request's thread, so it must not block;
   * what it throws ends the request.
   */
  public static Cors allowing(Predicate<String> allowed) {
    return of(null, allowed);
  }

  /**
   * Whatever origin the request has. With {@link #credentials}, any page may then act and read in
   * the name of whoever visits it: not for servers that trust cookies.
   */
  public static Cors reflect() {
    return allowing(origin -> true);
  }

  /**
   * Whether pages may send cookies along and read the response; off by default.
   *
   * @throws IllegalArgumentException if it is switched on for {@link #any()}: browsers refuse that
   */
  public Cors credentials(boolean allowed) {
    if (allowed && ANY.equals(origins.fixed())) {
      throw new IllegalArgumentException(
          "browsers refuse credentials from any origin ('*'): name the origins with"
              + " Cors.origin(…) or Cors.origins(…)");
    }
    List<String> value = allowed ? List.of("true") : List.of();
    return withAlways(with(always, ALLOW_CREDENTIALS, value));
  }

  /**
   * Those that a preflight allows; {@code GET,HEAD,PUT,PATCH,POST,DELETE} by default.
   *
   * @throws IllegalArgumentException if one is no token
   */
  public Cors methods(String... methods) {
    return withPreflight(with(preflight, ALLOW_METHODS, tokens(methods)), headersReflected);
  }

  /**
   * The request headers that a preflight allows; by default those that it asks for. No name at all
   * allows none but those that are always allowed.
   *
   * @throws IllegalArgumentException if one is no token
   */
  public Cors allowedHeaders(String... names) {
    return withPreflight(with(preflight, ALLOW_HEADERS, tokens(names)), false);
  }

  /**
   * The response headers that a page may read, besides the few that it always may.
   *
   * @throws IllegalArgumentException if one is no token
   */
  public Cors exposedHeaders(String... names) {
    return withAlways(with(always, "Access-Control-Expose-Headers", tokens(names)));
  }

  /**
   * How long a browser may remember a preflight's answer, in whole seconds. By default nothing is
   * said, and browsers remember it for some seconds.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public Cors maxAge(Duration age) {
    if (age.isNegative()) {
      throw new IllegalArgumentException(
          "maxAge is negative: " + age + "; Duration.ZERO makes browsers ask each time");
    }
    List<String> seconds = List.of(Long.toString(age.toSeconds()));
    return withPreflight(with(preflight, "Access-Control-Max-Age", seconds), headersReflected);
  }

  /**
   * The status with which preflights are answered; 204 by default. Some old browsers want 200.
   *
   * @throws IllegalArgumentException if it isn't one of success, 200 to 299
   */
  public Cors preflightStatus(int status) {
    if (status < 200 || status > 299) {
      throw new IllegalArgumentException(
          "the status of a preflight must be one of success, 200 to 299: " + status);
    }
    return withStatus(OptionalInt.of(status));
  }

  /** Lets preflights go on to the next handler, with the headers, rather than answering them. */
  public Cors preflightContinue() {
    return withStatus(OptionalInt.empty());
  }

  /**
   * The status with which a request is to be answered now, without body; empty if it goes on.
   * Preflights are answered, which are all requests whose method is {@code OPTIONS}, allowed or
   * not: what isn't allowed lacks the headers.
   */
  public OptionalInt preflightAnswer(String method) {
    return isPreflight(method) ? preflightStatus : OptionalInt.empty();
  }

  /** The headers to be added to the response, whatever its status, also to the one that is 101. */
  public Headers responseHeaders(String method, Headers request) {
    Headers response = Headers.create();
    boolean reflecting = isPreflight(method) && headersReflected;
    addOrigin(request, reflecting, response);
    response.addAll(always);
    if (isPreflight(method)) {
      response.addAll(preflight);
    }
    List<String> asked =
        reflecting ? request.all("Access-Control-Request-Headers") : List.<String>of();
    if (!asked.isEmpty()) {
      response.add(ALLOW_HEADERS, String.join(", ", asked));
    }
    return response;
  }

  private void addOrigin(Headers request, boolean headersReflected, Headers response) {
    String fixed = origins.fixed();
    String sent = String.join(", ", request.all("Origin"));
    if (fixed != null) {
      response.add("Access-Control-Allow-Origin", fixed);
    } else if (isOrigin(sent) && origins.allowed().test(sent)) {
      response.add("Access-Control-Allow-Origin", sent);
    }
    boolean varies = !ANY.equals(fixed);
    if (varies || headersReflected) {
      String vary = varies ? "Origin" : "";
      String and = varies && headersReflected ? ", " : "";
      response.add("Vary", vary + and + (headersReflected ? "Access-Control-Request-Headers" : ""));
    }
  }

  private static boolean isPreflight(String method) {
    return method.equalsIgnoreCase("OPTIONS");
  }

  // No predicate or pattern has to cope with an empty, an endless or an unprintable origin.
  private static boolean isOrigin(String origin) {
    return !origin.isEmpty()
        && origin.length() <= MAX_ORIGIN
        && origin.chars().allMatch(c -> c > ' ' && c < 0x7f);
  }

  private static Headers with(Headers headers, String name, List<String> values) {
    Headers changed = headers.copy().remove(name);
    return values.isEmpty() ? changed : changed.add(name, String.join(",", values));
  }

  private static List<String> tokens(String... names) {
    for (String name : names) {
      if (!TOKEN.matcher(name).matches()) {
        throw new IllegalArgumentException(
            "'" + name.replaceAll("\\p{Cntrl}", "?") + "' is no token; give several one by one");
      }
    }
    return List.of(names);
  }

  private Cors withAlways(Headers changed) {
    return new Cors(origins, changed, preflight, headersReflected, preflightStatus);
  }

  private Cors withPreflight(Headers changed, boolean reflected) {
    return new Cors(origins, always, changed, reflected, preflightStatus);
  }

  private Cors withStatus(OptionalInt status) {
    return new Cors(origins, always, preflight, headersReflected, status);
  }
}
